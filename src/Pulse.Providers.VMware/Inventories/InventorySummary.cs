using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Makes the observed summary of an inventory: counts, and what could not be read.</summary>
internal static class InventorySummary
{
    /// <summary>What gives an account the rights that reading needs.</summary>
    public const string AssignReadOnly = "Assign Read-only at the vCenter root with 'Propagate to children'.";

    /// <summary>
    /// A vCenter that shows nothing answers without any error, so that monitoring would lose everything silently: a role that
    /// does not propagate looks like an empty vCenter.
    /// </summary>
    private static readonly ObservedIssue SeesNothing = new(
        FailureCategory.PermissionDenied,
        $"The account sees no object at all: its role does not propagate, or the vCenter is empty. {AssignReadOnly}",
        0,
        []);

    /// <summary>How many objects an issue names.</summary>
    public const int NamesShown = 3;

    public static Observed Of(
        InventoryReader reader, VCenterSystem system, bool sharedSession, ConnectionTarget target, DateTimeOffset now)
    {
        var inventory = reader.Inventory;
        return new()
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
            Issues = reader.IsWhole && inventory.Count == 0 ? [SeesNothing] : reader.Issues,
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
    }

    public static ObservedIssue IssueOf(Trouble trouble, Inventory inventory, IReadOnlyList<string> names)
    {
        var count = inventory.CountOf(trouble);
        var noun = trouble.Kind switch
        {
            ObjectKind.Host => "host",
            ObjectKind.Datastore => "datastore",
            ObjectKind.VirtualMachine => "virtual machine",
            _ => inventory.IsOfMachines(trouble) ? "virtual machine" : "object",
        };
        return new(trouble.Category, $"{count} {noun}{(count == 1 ? "" : "s")} {WhatIsWrong(trouble, count == 1)}", count, [.. names.Order(StringComparer.Ordinal)]);
    }

    private static string WhatIsWrong(Trouble trouble, bool one)
    {
        var noData = $"vCenter has no current data of {(one ? "it" : "them")}.";
        if (trouble == Trouble.HostAway)
        {
            return $"{(one ? "is disconnected or does" : "are disconnected or do")} not respond: {noData}";
        }

        if (trouble == Trouble.MachineAway)
        {
            return $"{(one ? "is on a host that is disconnected or does" : "are on hosts that are disconnected or do")} not respond: {noData}";
        }

        if (trouble == Trouble.DatastoreAway)
        {
            return $"{(one ? "is" : "are")} reached by no host: {noData}";
        }

        if (trouble == Trouble.Lost)
        {
            return $"{(one ? "is" : "are")} orphaned, inaccessible or invalid: {noData}";
        }

        if (trouble == Trouble.UnknownType)
        {
            return $"{(one ? "is" : "are")} of a type that this version of Pulse does not know, and in none of the counts.";
        }

        return trouble.Category == FailureCategory.PermissionDenied
            ? $"could not be read: the account lacks System.Read on {(one ? "it" : "them")}. {AssignReadOnly}"
            : "could not be read: vCenter answered with a fault.";
    }
}
