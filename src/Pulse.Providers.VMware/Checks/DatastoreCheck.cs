using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads the capacity of datastores, and whether they can be reached.</summary>
internal static class DatastoreCheck
{
    private const int Most = 500;
    private const int NamesShown = 3;

    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        var page = (await api.FirstAsync(
            "Datastore", ["name", "summary.accessible", "summary.capacity", "summary.freeSpace"], Most, cancellationToken)).Readable("datastores");
        var count = $"{page.Objects.Count}{(page.Token is null ? "" : " (and more)")}";
        var away = page.Objects.Where(datastore => datastore.Value("summary.accessible").ValueKind == JsonValueKind.False).ToList();
        if (away.Count > 0)
        {
            var shown = ObjectName.Distinguish([.. away.Take(NamesShown).Select(datastore => (datastore.Name, datastore.Obj.Value))]);
            var names = string.Join(", ", shown.Select(name => $"'{notes.Name(name)}'"));
            notes.Warn(
                FailureCategory.Unavailable,
                $"{away.Count} of {count} datastores cannot be reached by any host: {names}{(away.Count > NamesShown ? ", …" : "")}",
                "Check the storage behind them, and the hosts that mount them; vCenter has no current capacity of them.");
            return;
        }

        var capacity = Sum(page, "summary.capacity");
        notes.Say(page.Objects.Count == 0
            ? "No datastore to read"
            : $"{count} datastores, {decimal.Truncate(capacity / (1L << 30))} GiB, of which {decimal.Truncate(Sum(page, "summary.freeSpace") / (1L << 30))} GiB are free");
    }

    // As decimals, so that the sum cannot overflow.
    private static decimal Sum(CheckedPage page, string property) =>
        page.Objects.Sum(datastore => datastore.Value(property) is { ValueKind: JsonValueKind.Number } number ? (decimal)WireNumber.Whole(number) : 0);
}
