using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pulse.Access.Texts;

/// <summary>The characters that are not visible: controls, formats, separators, fillers, variation selectors, noncharacters.</summary>
internal static class Invisible
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;

    /// <summary>The names of the common ones: they are copied from web pages, dialogs and word processors.</summary>
    public static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x0000] = "NULL",
        [0x0008] = "BACKSPACE",
        [0x0009] = "TAB",
        [0x000A] = "LINE FEED",
        [0x000D] = "CARRIAGE RETURN",
        [0x001B] = "ESCAPE",
        [0x007F] = "DELETE",
        [0x0085] = "NEXT LINE",
        [0x00AD] = "SOFT HYPHEN",
        [0x034F] = "COMBINING GRAPHEME JOINER",
        [0x061C] = "ARABIC LETTER MARK",
        [0x115F] = "HANGUL CHOSEONG FILLER",
        [0x1160] = "HANGUL JUNGSEONG FILLER",
        [0x180E] = "MONGOLIAN VOWEL SEPARATOR",
        [0x200B] = "ZERO WIDTH SPACE",
        [ZeroWidthNonJoiner] = "ZERO WIDTH NON-JOINER",
        [ZeroWidthJoiner] = "ZERO WIDTH JOINER",
        [0x200E] = "LEFT-TO-RIGHT MARK",
        [0x200F] = "RIGHT-TO-LEFT MARK",
        [0x2028] = "LINE SEPARATOR",
        [0x2029] = "PARAGRAPH SEPARATOR",
        [0x202A] = "LEFT-TO-RIGHT EMBEDDING",
        [0x202B] = "RIGHT-TO-LEFT EMBEDDING",
        [0x202C] = "POP DIRECTIONAL FORMATTING",
        [0x202D] = "LEFT-TO-RIGHT OVERRIDE",
        [0x202E] = "RIGHT-TO-LEFT OVERRIDE",
        [0x2060] = "WORD JOINER",
        [0x2066] = "LEFT-TO-RIGHT ISOLATE",
        [0x2067] = "RIGHT-TO-LEFT ISOLATE",
        [0x2068] = "FIRST STRONG ISOLATE",
        [0x2069] = "POP DIRECTIONAL ISOLATE",
        [0x2800] = "BRAILLE PATTERN BLANK",
        [0x3164] = "HANGUL FILLER",
        [TextStyle] = "VARIATION SELECTOR-15",
        [EmojiStyle] = "VARIATION SELECTOR-16",
        [0xFEFF] = "ZERO WIDTH NO-BREAK SPACE",
        [0xFFA0] = "HALFWIDTH HANGUL FILLER",
    }.ToFrozenDictionary();

    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0,
        UnicodeCategory.NonSpacingMark => IsMark(rune.Value),
        UnicodeCategory.OtherNotAssigned => IsNoncharacter(rune.Value) || IsTag(rune.Value),
        _ => false,
    };

    /// <summary>A character that ends a line, or the tab: in a sentence, a blank replaces it.</summary>
    public static bool IsLineBreak(Rune rune) => rune.Value is (>= 0x09 and <= 0x0D) or 0x85 or 0x2028 or 0x2029;

    /// <summary>An invisible character that changes the shape of its neighbours.</summary>
    public static bool Joins(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner or TextStyle or EmojiStyle;

    /// <summary>The characters that a joiner may follow in an emoji: a pictograph, a skin tone, or the selector of the coloured form.</summary>
    public static bool IsPartOfEmoji(Rune rune) =>
        rune.Value is EmojiStyle or (>= 0x1F3FB and <= 0x1F3FF) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    private static bool IsMark(int value) =>
        value is 0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsTag(int value) => value is >= 0xE0000 and <= 0xE0FFF or 0x2065;

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF or >= 0xFFF0 and <= 0xFFF8;
}
