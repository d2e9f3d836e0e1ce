using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Texts of a system: cleaned for display, cut when they are read, and marked as cut. Without these limits a
/// name of many megabytes would reach the store, every list and every report.
/// </summary>
public static class SystemText
{
    /// <summary>The longest name or text, in characters, with the mark.</summary>
    public const int Longest = 256;

    /// <summary>The longest version or build number.</summary>
    public const int LongestVersion = 64;

    /// <summary>The longest id.</summary>
    public const int LongestId = 128;

    /// <summary>The longest sentence of Pulse that contains such texts.</summary>
    public const int LongestSentence = 2000;

    /// <summary>The mark at the end of a cut text.</summary>
    public const char CutMark = '\u2026';

    /// <summary>A name or another text.</summary>
    public static string Text(string text) => Cut(text, Longest);

    /// <summary>A version or a build number.</summary>
    public static string Version(string version) => Cut(version, LongestVersion);

    /// <summary>A sentence that contains texts of a system.</summary>
    public static string Sentence(string sentence) => Cut(sentence, LongestSentence);

    /// <summary>An id, unchanged: a cut id would be another id.</summary>
    /// <exception cref="PlatformFailureException">The text is too long for an id.</exception>
    public static string Id(string id) => id.Length <= LongestId
        ? id
        : throw new PlatformFailureException(FailureCategory.Protocol, $"an id of more than {LongestId} characters");

    private static string Cut(string text, int longest)
    {
        // Text far behind the cut is not examined.
        var isWhole = text.Length <= longest * 4;
        var shown = PlainText.OfSystem(isWhole ? text : text[..(longest * 4)]);
        if (isWhole && shown.Length <= longest)
        {
            return shown;
        }

        // Never cut in the middle of a surrogate pair.
        var end = Math.Min(shown.Length, longest - 1);
        end -= end > 0 && char.IsHighSurrogate(shown[end - 1]) ? 1 : 0;
        return shown[..end] + CutMark;
    }
}
