using System.Collections.Frozen;
using System.Text;

namespace Pulse.Access.Texts;

/// <summary>Full case folding: <c>ß</c> becomes <c>ss</c>, and both forms of the small sigma become one.</summary>
internal static class CaseFolding
{
    private static readonly Lazy<FrozenDictionary<int, string>> Folded = new(() => UnicodeTable.Read("case-folding.txt").ToFrozenDictionary(
        row => UnicodeTable.CodePoint(row[0]),
        row => string.Concat(UnicodeTable.CodePoints(row[1]).Select(char.ConvertFromUtf32))));

    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007f'))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            folded.Append(Folded.Value.TryGetValue(rune.Value, out var lower) ? lower : rune.ToString());
        }

        return folded.ToString();
    }
}
