using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Texts that a system sends: brought to a form that can be shown, cut where they are read, and marked as cut. Without it a
/// name of many megabytes would go into the store, every list and every report.
/// </summary>
public static class SystemText
{
    /// <summary>The longest name or text, in characters, with the mark.</summary>
    public const int Longest = 256;

    /// <summary>The longest version or build number.</summary>
    public const int LongestVersion = 64;

    /// <summary>The longest id.</summary>
    public const int LongestId = 128;

    /// <summary>The longest sentence that Pulse itself makes with such texts.</summary>
    public const int LongestSentence = 2000;

    /// <summary>Stands at the end of a text that was cut.</summary>
    public const char CutMark = '\u2026';

    /// <summary>A name or another text.</summary>
    public static string Text(string text) => Cut(text, Longest);

    /// <summary>A version or a build number.</summary>
    public static string Version(string version) => Cut(version, LongestVersion);

    /// <summary>A sentence with texts of a system in it.</summary>
    public static string Sentence(string sentence) => Cut(sentence, LongestSentence);

    /// <summary>An id, as it is: a cut id would be another id.</summary>
    /// <exception cref="PlatformFailureException">It is too long to be one.</exception>
    public static string Id(string id) => id.Length <= LongestId
        ? id
        : throw new PlatformFailureException(FailureCategory.Protocol, $"an id of more than {LongestId} characters");

    private static string Cut(string text, int longest)
    {
        // What follows far behind the cut is not looked at.
        var isWhole = text.Length <= longest * 4;
        var shown = PlainText.OfSystem(isWhole ? text : text[..(longest * 4)]);
        if (isWhole && shown.Length <= longest)
        {
            return shown;
        }

        // Never in the middle of a surrogate pair.
        var end = Math.Min(shown.Length, longest - 1);
        end -= end > 0 && char.IsHighSurrogate(shown[end - 1]) ? 1 : 0;
        return shown[..end] + CutMark;
    }
}
