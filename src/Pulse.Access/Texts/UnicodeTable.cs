using System.Globalization;

namespace Pulse.Access.Texts;

/// <summary>Reads a table of <c>Unicode/</c>: lines of fields between semicolons, code points in hex.</summary>
internal static class UnicodeTable
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(UnicodeTable).Assembly.GetManifestResourceStream($"Pulse.Access.Unicode.{name}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split(';');
            }
        }
    }

    public static int CodePoint(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static int[] CodePoints(string text) => text.Length == 0 ? [] : [.. text.Split(' ').Select(CodePoint)];
}
