using System.Globalization;
using System.Text;

namespace Pulse.Access.Texts;

/// <summary>
/// International host names, prepared as browsers do: UTS 46, non-transitional, with the rule of RFC 5893 for names that are
/// written from right to left. <see cref="IdnMapping"/> does not map under invariant globalization.
/// </summary>
public static class HostName
{
    private const string Prefix = "xn--";
    private const string Itself = "itself";
    private const int LongestLabel = 63;

    private static readonly Lazy<RangeTable> Prepared = new(() => RangeTable.Read(
        "idna.txt", value => value == "=" ? Itself : string.Concat(UnicodeTable.CodePoints(value).Select(char.ConvertFromUtf32))));

    private static readonly Lazy<RangeTable> Direction = new(() => RangeTable.Read("bidi.txt", value => value));

    /// <summary>The name in the ASCII form of resolvers and certificates, in lower case.</summary>
    /// <returns>Null if a character or a label is not allowed in a host name.</returns>
    public static string? ToAscii(string name)
    {
        if (Ascii.IsValid(name) && !name.Contains(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return name.ToLowerInvariant();
        }

        if (Map(name) is not { } mapped)
        {
            return null;
        }

        var labels = PlainText.Normalize(mapped).Split('.');
        var decoded = Array.ConvertAll(labels, Decode);
        if (!decoded.All(label => label is { Length: <= LongestLabel * 2 } && IsAllowed(label)) || (decoded.Any(IsRightToLeft) && !decoded.All(KeepsDirection)))
        {
            return null;
        }

        return string.Join('.', decoded.Select(label => Ascii.IsValid(label!) ? label : Prefix + Punycode.Encode(label!)));
    }

    /// <summary>The letters of a name in ASCII form.</summary>
    /// <returns>Null for a name that is the same in both forms.</returns>
    public static string? ToUnicode(string ascii)
    {
        if (!ascii.Contains(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var labels = Array.ConvertAll(ascii.Split('.'), Decode);
        return labels.All(label => label is not null && IsAllowed(label)) ? string.Join('.', labels) : null;
    }

    private static string? Map(string name)
    {
        var mapped = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Prepared.Value.Find(rune.Value) is not { } value)
            {
                return null;
            }

            mapped.Append(value == Itself ? rune.ToString() : value);
        }

        return mapped.ToString();
    }

    /// <returns>Null if the label has the prefix of Punycode but is not valid Punycode.</returns>
    private static string? Decode(string label)
    {
        if (!label.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return label;
        }

        var decoded = Ascii.IsValid(label) ? Punycode.Decode(label[Prefix.Length..]) : null;
        return decoded is null || Ascii.IsValid(decoded) || decoded != PlainText.Normalize(decoded) ? null : decoded;
    }

    private static bool IsAllowed(string label) =>
        label.EnumerateRunes().All(rune => Prepared.Value.Find(rune.Value) == Itself)
        && !(label.Length > 0 && IsMark(Rune.GetRuneAt(label, 0)))
        && !label.StartsWith(Prefix, StringComparison.Ordinal);

    // The framework may use an older Unicode version than the tables, which contain all marks without a width.
    private static bool IsMark(Rune rune) => Direction.Value.Find(rune.Value) == "NSM" || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsRightToLeft(string? label) => Classes(label).Any(direction => direction is "R" or "AL" or "AN");

    /// <summary>RFC 5893, section 2: a label has the same direction whatever text is next to it.</summary>
    private static bool KeepsDirection(string? label)
    {
        var classes = Classes(label);
        if (classes.Count == 0)
        {
            return true;
        }

        var last = classes.FindLast(direction => direction != "NSM");
        return classes[0] is "R" or "AL"
            ? classes.TrueForAll(direction => direction is "R" or "AL" or "AN" or "EN" or "ES" or "CS" or "ET" or "ON" or "BN" or "NSM")
                && last is "R" or "AL" or "EN" or "AN"
                && !(classes.Contains("EN") && classes.Contains("AN"))
            : classes[0] == "L"
                && classes.TrueForAll(direction => direction is "L" or "EN" or "ES" or "CS" or "ET" or "ON" or "BN" or "NSM")
                && last is "L" or "EN";
    }

    private static List<string> Classes(string? label) =>
        [.. (label ?? "").EnumerateRunes().Select(rune => Direction.Value.Find(rune.Value) ?? "L")];
}
