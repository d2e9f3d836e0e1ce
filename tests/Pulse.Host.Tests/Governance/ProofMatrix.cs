using Pulse.Testing;

namespace Pulse.Host.Tests.Governance;

/// <summary>The page docs/vmware/proof-matrix.md, read as a table.</summary>
internal static class ProofMatrix
{
    public const string DocumentedOnly = "documented only";
    public const string Simulated = "simulated";
    public const string Measured = "measured";
    public const string Proven = "proven";

    public static IReadOnlyList<MatrixRow> Rows { get; } = Read(File.ReadAllText(Repository.PathOf("docs", "vmware", "proof-matrix.md")));

    public static MatrixRow? Find(string id) => Rows.FirstOrDefault(row => row.Id == id);

    public static IReadOnlyList<MatrixRow> Read(string page) =>
    [
        .. from line in page.Split('\n')
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()
           where cells.Length == 6
           select new MatrixRow(
               cells[0].Trim('`'), cells[1], cells[2].Trim('`'), [.. Split(cells[3], ';').Select(EvidenceOf)], [.. Split(cells[4], ',').Select(id => id.Trim('`'))], cells[5]),
    ];

    private static IEnumerable<string> Split(string cell, char separator) =>
        cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static (string Kind, string Name) EvidenceOf(string text) =>
        text.Split(": ", 2) is [var kind, var name] ? (kind, name) : ("", text);
}
