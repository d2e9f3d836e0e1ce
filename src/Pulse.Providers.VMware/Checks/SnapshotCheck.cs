using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads the snapshots of machines; most have none, and the property is unset then (facts.md#6.8).</summary>
internal static class SnapshotCheck
{
    private const int Most = 500;

    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        var page = (await api.FirstAsync("VirtualMachine", ["snapshot"], Most, cancellationToken)).Readable("virtual machines");
        var trees = page.Objects.Select(machine => machine.Value("snapshot")).Where(value => value.ValueKind == JsonValueKind.Object).ToList();
        var of = $"{page.Objects.Count} virtual machines{(page.Token is null ? "" : " looked at")}";
        notes.Say(trees.Count == 0
            ? $"None of {of} has a snapshot"
            : $"{trees.Count} of {of} have {trees.Sum(tree => CountOf(tree, "rootSnapshotList"))} snapshots");
    }

    private static int CountOf(JsonElement parent, string list) =>
        parent.TryGetProperty(list, out var children) && children.ValueKind == JsonValueKind.Array
            ? children.EnumerateArray().Sum(child => 1 + CountOf(child, "childSnapshotList"))
            : 0;
}
