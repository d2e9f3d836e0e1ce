using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Creates the observed summary of an inventory: counts and issues.</summary>
internal static class InventorySummary
{
    /// <summary>
    /// A vCenter that shows no objects answers without an error, so that monitoring would lose everything silently: with a role that
    /// does not propagate, the vCenter looks empty.
    /// </summary>
    private static readonly ObservedIssue SeesNothing = new(
        FailureCategory.PermissionDenied,
        $"The account sees no object at all: its role does not propagate, or the vCenter is empty. {VCenterPrivileges.AssignReadOnly}",
        0,
        []);

    /// <summary>The largest number of objects that an issue names.</summary>
    public const int NamesShown = 3;

    public static Observed Of(
        InventoryReader reader, SignInResult signIn, ConnectionTarget target, DateTimeOffset now)
    {
        var system = signIn.System;
        var inventory = reader.Inventory;
        return new()
        {
            // A vCenter does not show its own name to every account, so Pulse uses the host of the connection as its name.
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
                ["sessionSharing"] = JsonSerializer.SerializeToElement(signIn.IsSessionShared ? "shared" : "separate"),
                ["templateCount"] = JsonSerializer.SerializeToElement(inventory.TemplateCount),
            },
        };
    }

    public static ObservedIssue IssueOf(IssueKind issue, Inventory inventory, IReadOnlyList<string> names)
    {
        var count = inventory.CountOf(issue);
        var noun = issue.Kind switch
        {
            ObjectKind.Host => "host",
            ObjectKind.Datastore => "datastore",
            ObjectKind.VirtualMachine => "virtual machine",
            _ => inventory.IsOfMachines(issue) ? "virtual machine" : "object",
        };
        return new(issue.Category, $"{count} {noun}{(count == 1 ? "" : "s")} {DescribeIssue(issue, count == 1)}", count, [.. names.Order(StringComparer.Ordinal)]);
    }

    private static string DescribeIssue(IssueKind issue, bool one)
    {
        var noData = $"vCenter has no current data of {(one ? "it" : "them")}.";
        if (issue == IssueKind.HostDisconnected)
        {
            return $"{(one ? "is disconnected or does" : "are disconnected or do")} not respond: {noData}";
        }

        if (issue == IssueKind.MachineOnDisconnectedHost)
        {
            return $"{(one ? "is on a host that is disconnected or does" : "are on hosts that are disconnected or do")} not respond: {noData}";
        }

        if (issue == IssueKind.DatastoreInaccessible)
        {
            return $"{(one ? "is" : "are")} reached by no host: {noData}";
        }

        if (issue == IssueKind.MachineLost)
        {
            return $"{(one ? "is" : "are")} orphaned, inaccessible or invalid: {noData}";
        }

        if (issue == IssueKind.UnknownType)
        {
            return $"{(one ? "is" : "are")} of a type that this version of Pulse does not know, and in none of the counts.";
        }

        return issue.Category == FailureCategory.PermissionDenied
            ? $"could not be read: the account lacks System.Read on {(one ? "it" : "them")}. {VCenterPrivileges.AssignReadOnly}"
            : "could not be read: vCenter answered with a fault.";
    }
}
