using System.Globalization;
using System.IO.Compression;
using Pulse.Access.Texts;

namespace Pulse.Access.Tests.Texts;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("VCSA.Lab.Example", "vcsa.lab.example")]
    [InlineData("b\u00fccher.example", "xn--bcher-kva.example")]
    [InlineData("B\u00dcCHER.example", "xn--bcher-kva.example")]
    [InlineData("bu\u0308cher.example", "xn--bcher-kva.example")]
    [InlineData("\uff36\uff23\uff33\uff21\uff0elab", "vcsa.lab")]
    [InlineData("vcsa\u3002lab", "vcsa.lab")]
    [InlineData("fa\u00df.example", "xn--fa-hia.example")]
    [InlineData("\u05e9\u05dc\u05d5\u05dd.example", "xn--9dbne9b.example")]
    [InlineData("XN--BCHER-KVA.example", "xn--bcher-kva.example")]
    public void A_name_is_prepared_as_browsers_do(string typed, string ascii) => HostName.ToAscii(typed).Should().Be(ascii);

    [Theory]
    [InlineData("xn--example-6z6c")]
    [InlineData("xn--a")]
    [InlineData("xn--\u00fc")]
    [InlineData("xn--abc-")]
    [InlineData("\u0301a")]
    [InlineData("a\u200bb\u2028")]
    [InlineData("a\u05d0")]
    [InlineData("\ud7ff\ufffd")]
    public void What_is_no_name_has_no_ascii_form(string typed) => HostName.ToAscii(typed).Should().BeNull();

    [Theory]
    [InlineData("xn--bcher-kva.example", "b\u00fccher.example")]
    [InlineData("vcsa.lab.example", null)]
    [InlineData("xn--a.example", null)]
    public void An_ascii_form_can_be_read(string ascii, string? letters) => HostName.ToUnicode(ascii).Should().Be(letters);

    [Fact]
    public void Another_implementation_gives_the_same_answers()
    {
        var cases = Cases().ToList();

        cases.Should().HaveCountGreaterThan(15_000);
        cases.Where(pair => (HostName.ToAscii(pair.Typed) ?? "") != pair.Ascii).Should().BeEmpty();
    }

    private static IEnumerable<(string Typed, string Ascii)> Cases()
    {
        using var stream = typeof(HostNameTests).Assembly.GetManifestResourceStream("HostNames.deflated")!;
        using var reader = new StreamReader(new DeflateStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split(';', 2);
            yield return (string.Concat(columns[0].Split(' ').Select(hex => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)))), columns[1]);
        }
    }
}
