using Pulse.Access.Texts;

namespace Pulse.Access.Tests.Texts;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("caf\u0065\u0301", "caf\u00e9")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m")]
    [InlineData("\u2126", "\u03a9")]
    [InlineData("plain", "plain")]
    public void Composed_and_decomposed_letters_become_the_same(string typed, string normalized) =>
        PlainText.Normalize(typed).Should().Be(normalized);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        PlainText.Normalize("a\ud800b").Should().Be("a\ufffdb");
        PlainText.OfSystem("\udc00").Should().Be("\ufffd");
        PlainText.OfPerson("end\ud83d").Should().Be("end\ufffd");
        PlainText.KeyOf("\ud800").Should().Be("\ufffd");
        PlainText.WithoutInvisible("\ud800").Should().Be("\ufffd");
    }

    [Theory]
    [InlineData("vcsa.lab\u200b.example", "U+200B ZERO WIDTH SPACE")]
    [InlineData("\ufeffsvc-pulse", "U+FEFF ZERO WIDTH NO-BREAK SPACE")]
    [InlineData("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("a\u2067b", "U+2067 RIGHT-TO-LEFT ISOLATE")]
    [InlineData("a\u200db", "U+200D ZERO WIDTH JOINER")]
    [InlineData("a\ufe0fb", "U+FE0F VARIATION SELECTOR-16")]
    [InlineData("a\u2028b", "U+2028 LINE SEPARATOR")]
    [InlineData("a\nb", "U+000A LINE FEED")]
    [InlineData("a\u0001b", "U+0001")]
    [InlineData("a\u00adb", "U+00AD SOFT HYPHEN")]
    [InlineData("a\u034fb", "U+034F COMBINING GRAPHEME JOINER")]
    [InlineData("\u3164", "U+3164 HANGUL FILLER")]
    [InlineData("\u115f", "U+115F HANGUL CHOSEONG FILLER")]
    [InlineData("\uffa0", "U+FFA0 HALFWIDTH HANGUL FILLER")]
    [InlineData("\u2800", "U+2800 BRAILLE PATTERN BLANK")]
    [InlineData("a\u17b4", "U+17B4")]
    [InlineData("a\u180b", "U+180B")]
    [InlineData("a\U000E0041", "U+E0041")]
    [InlineData("a\U000E0100", "U+E0100")]
    [InlineData("a\uffff", "U+FFFF")]
    public void What_cannot_be_seen_is_found_and_named(string typed, string name)
    {
        var found = PlainText.FirstInvisible(typed);

        found.Should().NotBeNull();
        PlainText.NameOf(found!.Value).Should().Be(name);
        PlainText.IsInvisible(found.Value).Should().BeTrue();
        PlainText.WithoutInvisible(typed).EnumerateRunes().Should().NotContain(found.Value);
    }

    [Theory]
    [InlineData("Lab vCenter")]
    [InlineData("B\u00fcro \u00dcbersee")]
    [InlineData("\u6771\u4eac \u30c7\u30fc\u30bf")]
    [InlineData("\ud55c\uad6d")]
    [InlineData("\u05e9\u05dc\u05d5\u05dd")]
    [InlineData("Prod \u26a0\ufe0f")]
    [InlineData("\U0001F469\u200d\U0001F4BB team")]
    [InlineData("\U0001F44D\U0001F3FD\u200d\U0001F4BB")]
    public void What_can_be_seen_is_left_alone(string typed)
    {
        PlainText.FirstInvisible(typed).Should().BeNull();
        PlainText.OfSystem(typed).Should().Be(typed);
        PlainText.OfPerson(typed).Should().Be(typed);
    }

    [Theory]
    [InlineData("\u00a0Lab\u2003vCenter\u3000", "Lab vCenter")]
    [InlineData("  caf\u0065\u0301 ", "caf\u00e9")]
    [InlineData("a\u200bb", "a\u200bb")]
    public void A_typed_text_has_plain_blanks_and_none_around_it(string typed, string kept) => PlainText.OfPerson(typed).Should().Be(kept);

    [Theory]
    [InlineData("esx\u202e1\u202c.lab", "esx1.lab")]
    [InlineData("two\nlines\ttab", "two lines tab")]
    [InlineData("bell\u0007\u001b[31m", "bell[31m")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("ascii\u200djoined", "asciijoined")]
    [InlineData("\u0646\u0627\u0645\u0647\u200c\u0627\u06cc", "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc")]
    [InlineData("caf\u0065\u0301", "caf\u00e9")]
    public void A_text_of_a_system_can_stand_in_a_sentence(string sent, string shown) => PlainText.OfSystem(sent).Should().Be(shown);

    [Theory]
    [InlineData("Lab", "LAB")]
    [InlineData("Stra\u00dfe", "STRASSE")]
    [InlineData("\u1e9e", "ss")]
    [InlineData("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2")]
    [InlineData("\u03c3", "\u03c2")]
    [InlineData("\uff2c\uff21\uff22", "\uff4c\uff41\uff42")]
    [InlineData("\u0130stanbul", "i\u0307stanbul")]
    [InlineData("Caf\u00c9", "cafe\u0301")]
    [InlineData("\ufb00", "FF")]
    [InlineData("\u01f0", "J\u030c")]
    [InlineData("La\u200bb", "lab")]
    [InlineData("\u26a0\ufe0f", "\u26a0")]
    [InlineData("\U00010400", "\U00010428")]
    public void Names_that_differ_in_case_composition_or_invisibly_have_one_key(string left, string right) =>
        PlainText.KeyOf(left).Should().Be(PlainText.KeyOf(right));

    [Theory]
    [InlineData("Lab", "Lab 2")]
    [InlineData("\uff2c\uff41\uff42", "Lab")]
    [InlineData("\u0131", "i")]
    [InlineData("e", "\u00e9")]
    public void Names_that_look_different_have_two_keys(string left, string right) =>
        PlainText.KeyOf(left).Should().NotBe(PlainText.KeyOf(right));
}
