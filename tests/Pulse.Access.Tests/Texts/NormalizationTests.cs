using System.Globalization;
using System.IO.Compression;
using System.Text;
using Pulse.Access.Texts;

namespace Pulse.Access.Tests.Texts;

public sealed class NormalizationTests
{
    [Fact]
    public void The_conformance_test_of_Unicode_passes()
    {
        var cases = Cases().ToList();

        cases.Should().HaveCountGreaterThan(19_000);
        cases.SelectMany(row => row, (row, form) => (Given: form, Expected: row[1]))
            .Where(pair => PlainText.Normalize(pair.Given) != pair.Expected)
            .Should().BeEmpty();
    }

    [Fact]
    public void What_the_test_does_not_speak_of_stays_as_it_is()
    {
        var spokenOf = Cases().Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

        Enumerable.Range(0, 0x110000)
            .Where(point => Rune.IsValid(point))
            .Select(char.ConvertFromUtf32)
            .Where(text => !spokenOf.Contains(text) && PlainText.Normalize(text) != text)
            .Should().BeEmpty();
    }

    /// <summary>The columns source, NFC and NFD: the NFC of each is the second column.</summary>
    private static IEnumerable<string[]> Cases()
    {
        using var stream = typeof(NormalizationTests).Assembly.GetManifestResourceStream("NormalizationTest.deflated")!;
        using var reader = new StreamReader(new DeflateStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return [.. line.Split(';').Select(TextOf)];
        }
    }

    private static string TextOf(string points) => string.Concat(
        points.Split(' ').Select(hex => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))));
}
