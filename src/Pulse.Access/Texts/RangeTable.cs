namespace Pulse.Access.Texts;

/// <summary>The values that a table gives to code points: the rows are ranges in order.</summary>
internal sealed class RangeTable
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string[] _values;

    private RangeTable(List<(int Start, int End, string Value)> rows)
    {
        _starts = [.. rows.Select(row => row.Start)];
        _ends = [.. rows.Select(row => row.End)];
        _values = [.. rows.Select(row => row.Value)];
    }

    /// <param name="name">The name of the file.</param>
    /// <param name="valueOf">Reads the second column.</param>
    public static RangeTable Read(string name, Func<string, string> valueOf) => new([.. UnicodeTable.Read(name).Select(row =>
    {
        var ends = row[0].Split('-');
        return (UnicodeTable.CodePoint(ends[0]), UnicodeTable.CodePoint(ends[^1]), valueOf(row[1]));
    })]);

    /// <returns>Null if no row contains the code point.</returns>
    public string? Find(int point)
    {
        var index = Array.BinarySearch(_starts, point);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && point <= _ends[index] ? _values[index] : null;
    }
}
