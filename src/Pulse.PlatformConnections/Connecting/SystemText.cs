using System.Globalization;
using System.Text;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Text that a system chose, made safe to show: one line, bounded, nothing that turns the sentence around it.</summary>
internal static class SystemText
{
    public const int MaxLength = 256;

    private const char Cut = '…';

    public static string Of(string text)
    {
        var safe = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = IsInvisible(rune) ? Rune.ReplacementChar : rune;
            if (safe.Length + shown.Utf16SequenceLength >= MaxLength)
            {
                return safe.Append(Cut).ToString();
            }

            safe.Append(shown.ToString());
        }

        return safe.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse;
}
