using System.Globalization;
using System.Text;

namespace Pulse.Access.Texts;

/// <summary>
/// The one form of every text that people type or a system sends. <see cref="string.Normalize()"/> and culture-aware
/// comparisons do nothing under invariant globalization, so the rules are here.
/// </summary>
public static class PlainText
{
    private static readonly Rune Blank = new(' ');

    /// <summary>Unicode Normalization Form C. Half a surrogate pair becomes U+FFFD; never throws.</summary>
    public static string Normalize(string text) => Normalization.Compose(text);

    /// <summary>
    /// A text of a system in the form that Pulse shows and uses in sentences: normalized, line breaks as blanks, without
    /// characters that are invisible or change the text direction around them. Joiners stay where a script or an emoji needs them.
    /// </summary>
    public static string OfSystem(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        var before = Blank;
        foreach (var rune in Normalize(text).EnumerateRunes())
        {
            var kept = Invisible.IsLineBreak(rune) ? Blank : rune;
            if (!Invisible.Is(kept) || (Invisible.Joins(kept) && !before.IsAscii))
            {
                shown.Append(kept.ToString());
                before = kept;
            }
        }

        return shown.ToString();
    }

    /// <summary>
    /// A text that a person typed: normalized, every kind of blank as a plain one, trimmed. Invisible characters stay,
    /// for <see cref="FirstInvisible"/> to find.
    /// </summary>
    public static string OfPerson(string text)
    {
        var normalized = Normalize(text);
        return (normalized.Any(IsOddBlank)
            ? string.Concat(normalized.Select(character => IsOddBlank(character) ? ' ' : character))
            : normalized).Trim();
    }

    /// <summary>The first invisible character of a typed text. The joiners within an emoji belong to it.</summary>
    public static Rune? FirstInvisible(string text)
    {
        var before = Blank;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Invisible.Is(rune) && !(Invisible.Joins(rune) && Invisible.IsPartOfEmoji(before)))
            {
                return rune;
            }

            before = rune;
        }

        return null;
    }

    /// <summary>The first character that controls a device or ends a line: no system accepts one in a secret.</summary>
    public static Rune? FirstControl(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Invisible.IsLineBreak(rune))
            {
                return rune;
            }
        }

        return null;
    }

    /// <summary>Whether a text begins or ends with a blank or an invisible character.</summary>
    public static bool HasBlankAround(string text) =>
        text.Length > 0 && (IsBlank(text.EnumerateRunes().First()) || IsBlank(text.EnumerateRunes().Last()));

    /// <summary>The text without invisible characters, for places where such a character is always an accident.</summary>
    public static string WithoutInvisible(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Concat(text.EnumerateRunes().Where(rune => !Invisible.Is(rune)).Select(rune => rune.ToString()))
            : text;

    /// <summary>Whether a character is invisible. A blank is not: it separates words.</summary>
    public static bool IsInvisible(Rune rune) => Invisible.Is(rune);

    /// <summary>The name of a character, so that people can look it up: <c>U+200B ZERO WIDTH SPACE</c>.</summary>
    public static string NameOf(Rune rune) =>
        Invisible.Names.TryGetValue(rune.Value, out var name) ? $"U+{rune.Value:X4} {name}" : $"U+{rune.Value:X4}";

    /// <summary>The common form of two texts that differ only in case, composition or invisible characters.</summary>
    public static string KeyOf(string text) => Normalize(CaseFolding.Fold(Normalize(WithoutInvisible(text))));

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Invisible.Is(rune);

    private static bool IsOddBlank(char character) =>
        character != ' ' && char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;
}
