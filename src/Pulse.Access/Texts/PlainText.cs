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
    /// A text that a system sent, fit to be shown and to stand in a sentence: normalized, line breaks as blanks, without
    /// characters that cannot be seen or turn the direction of what stands around. Joiners stay where a script or an emoji needs them.
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
    /// A text that a person typed: normalized, every kind of blank as a plain one, none around it. What cannot be seen stays,
    /// for <see cref="FirstInvisible"/> to find.
    /// </summary>
    public static string OfPerson(string text)
    {
        var normalized = Normalize(text);
        return (normalized.Any(IsOddBlank)
            ? string.Concat(normalized.Select(character => IsOddBlank(character) ? ' ' : character))
            : normalized).Trim();
    }

    /// <summary>The first character of a typed text that cannot be seen. The joiners within an emoji are a part of it.</summary>
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

    /// <summary>The text without anything that cannot be seen, for places where such a character can only be an accident.</summary>
    public static string WithoutInvisible(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Concat(text.EnumerateRunes().Where(rune => !Invisible.Is(rune)).Select(rune => rune.ToString()))
            : text;

    /// <summary>Whether a character cannot be seen. Blanks can: they part words.</summary>
    public static bool IsInvisible(Rune rune) => Invisible.Is(rune);

    /// <summary>What a character is called, so that people can look it up: <c>U+200B ZERO WIDTH SPACE</c>.</summary>
    public static string NameOf(Rune rune) =>
        Invisible.Names.TryGetValue(rune.Value, out var name) ? $"U+{rune.Value:X4} {name}" : $"U+{rune.Value:X4}";

    /// <summary>What two texts have in common that differ only in case, composition, or in what cannot be seen.</summary>
    public static string KeyOf(string text) => Normalize(CaseFolding.Fold(Normalize(WithoutInvisible(text))));

    private static bool IsOddBlank(char character) =>
        character != ' ' && char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;
}
