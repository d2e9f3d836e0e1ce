using System.Text.Json;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Makes the observed summary of an inventory: counts, and what could not be read.</summary>
internal static class InventorySummary
{
    /// <summary>What gives an account the rights that reading needs.</summary>
    public const string AssignReadOnly = "Assign Read-only at the vCenter root with 'Propagate to children'.";

    private const int NamesShown = 3;

    public static Observed Of(Inventory inventory, VCenterSystem system, bool sharedSession, ConnectionTarget target, DateTimeOffset now) => new()
    {
        // A vCenter does not tell its own name to everyone; what it is connected by does.
        SystemName = target.Host,
        SystemId = system.Content.About.InstanceUuid,
        Product = system.Content.About.Name,
        Version = system.Content.About.Version,
        Build = system.Content.About.Build,
        AgentCount = inventory.CountOf(ObjectKind.Host),
        VmCount = inventory.CountOf(ObjectKind.VirtualMachine),
        StorageCount = inventory.CountOf(ObjectKind.Datastore),
        CollectedAt = now,
        Issues = [.. IssuesOf(inventory)],
        Topology = new Dictionary<string, int>
        {
            ["datacenters"] = inventory.CountOf(ObjectKind.Datacenter),
            ["clusters"] = inventory.CountOf(ObjectKind.Cluster),
            ["folders"] = inventory.CountOf(ObjectKind.Folder),
            ["resourcePools"] = inventory.CountOf(ObjectKind.ResourcePool),
            ["networks"] = inventory.CountOf(ObjectKind.Network),
        },
        Details = new Dictionary<string, JsonElement>
        {
            ["apiRelease"] = JsonSerializer.SerializeToElement(system.ApiRelease),
            ["sessionSharing"] = JsonSerializer.SerializeToElement(sharedSession ? "shared" : "separate"),
            ["templateCount"] = JsonSerializer.SerializeToElement(inventory.TemplateCount),
        },
    };

    private static IEnumerable<ObservedIssue> IssuesOf(Inventory inventory)
    {
        if (inventory.IsCutOff)
        {
            // How many are missing is what the server did not say.
            yield return new(
                FailureCategory.PermissionDenied,
                $"vCenter gave only the first {inventory.Count} objects, and denied the account the rest. {AssignReadOnly}",
                0,
                []);
        }

        foreach (var group in inventory.Where(entry => entry.Unreadable is not null)
            .GroupBy(entry => entry.Value.Unreadable!.Value)
            .OrderBy(group => group.Key))
        {
            yield return Issue(group.Key, [.. group], group.Key == FailureCategory.PermissionDenied
                ? $"could not be read: the account lacks System.Read on them. {AssignReadOnly}"
                : "could not be read: vCenter answered with a fault.");
        }

        if (inventory.Where(entry => entry.IsLost).ToList() is { Count: > 0 } lost)
        {
            yield return Issue(FailureCategory.Unavailable, lost, "are orphaned, inaccessible or invalid: vCenter has no current data of them.");
        }
    }

    private static ObservedIssue Issue(FailureCategory category, List<KeyValuePair<InventoryKey, InventoryEntry>> objects, string what) =>
        new(
            category,
            $"{objects.Count} {(objects.TrueForAll(entry => entry.Key.Kind == ObjectKind.VirtualMachine) ? "virtual machines" : "objects")} {what}",
            objects.Count,
            [.. objects.Select(entry => entry.Value.Name ?? entry.Key.Id).Order(StringComparer.Ordinal).Take(NamesShown)]);
}
