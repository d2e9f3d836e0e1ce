using System.Text;

namespace Pulse.PlatformConnections.Proving;

/// <summary>A record as a Markdown page.</summary>
internal static class RecordPage
{
    public static string Of(ProofRecord record)
    {
        var page = new StringBuilder();
        page.Append($"# Proof of {record.Alias}, {record.StartedAt:yyyy-MM-dd}\n\n");
        page.Append("Written by `Pulse.Host prove`. Hosts, users, names, addresses and UUIDs are replaced, one to one.\n\n");
        Table(
            page,
            ["what", "value"],
            [
                ["result", Result(record)],
                ["started", $"{record.StartedAt:yyyy-MM-dd HH:mm} UTC, {record.DurationMs / 1000d:0.0} s"],
                ["Pulse", record.PulseVersion],
                .. System(record.System),
                ["requests", $"{record.Traffic.Requests}, of which {record.Traffic.Checked} were compared with the vendor's description"],
                ["requests of each poll", string.Join(", ", record.Traffic.RequestsOfPolls.Select(count => $"{count}").DefaultIfEmpty("none was counted"))],
            ]);

        page.Append("\n## Rows\n\n");
        Table(page, ["row", "what", "outcome", "finding"], record.Rows.Select(row => new[] { $"`{row.Id}`", row.Title, ProofWords.Of(row.Outcome), row.Finding }));

        page.Append("\n## Steps of the draft test\n\n");
        Table(page, ["step", "outcome", "summary"], record.Steps.Select(step => new[] { step.Name, step.Outcome.ToString().ToLowerInvariant(), step.Summary }));

        page.Append("\n## Deviations from the vendor's description\n\n");
        Table(
            page,
            ["operation", "place", "deviation", "known", "times"],
            record.Traffic.Deviations.Select(deviation => new[] { deviation.Operation, deviation.Place, deviation.Text, deviation.KnownReason ?? "", $"{deviation.Times}" }));

        page.Append("\n## Requests\n\n");
        Table(page, ["operation", "requests"], record.Traffic.ByOperation.Select(entry => new[] { entry.Key, $"{entry.Value}" }));
        return page.ToString();
    }

    private static string Result(ProofRecord record)
    {
        var (passed, failed) = (Count(ProofOutcome.Pass), Count(ProofOutcome.Fail));
        var counts = $"{passed} passed, {failed} failed, {Count(ProofOutcome.NotRun)} not run";
        return $"**{Result(record.End)}**: {counts}{(record.Failure is { } failure ? $". {failure.Message} {failure.Remedy}" : "")}";

        int Count(ProofOutcome outcome) => record.Rows.Count(row => row.Outcome == outcome);
    }

    /// <summary>The end of a proof, in words.</summary>
    public static string Result(ProofEnd end) => end switch
    {
        ProofEnd.Passed => "every row that was asked passed",
        ProofEnd.Failed => "failed",
        ProofEnd.WrongSystem => "something else answers at the address",
        ProofEnd.TooOld => "the system is too old",
        ProofEnd.Untrusted => "the certificate is not trusted",
        ProofEnd.Refused => "the login was refused",
        ProofEnd.Unreachable => "the system could not be reached",
        ProofEnd.BrokeOff => "the system stopped answering",
        ProofEnd.Interrupted => "interrupted",
        _ => "not ended in time",
    };

    private static IEnumerable<string[]> System(ProvenSystem? system) => system is null
        ? [["system", "not learnt"]]
        :
        [
            ["system", $"{system.Product} {system.Version}{(system.Build is null ? "" : $", build {system.Build}")}"],
            .. system.Details.Select(detail => new[] { detail.Key, detail.Value }),
        ];

    private static void Table(StringBuilder page, string[] header, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            page.Append("None.\n");
            return;
        }

        Line(page, header);
        Line(page, [.. header.Select(_ => "---")]);
        all.ForEach(row => Line(page, row));
    }

    private static void Line(StringBuilder page, string[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" "))).Append(" |\n");
}
