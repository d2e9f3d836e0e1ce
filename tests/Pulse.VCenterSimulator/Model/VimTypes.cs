using System.Collections.Frozen;

namespace Pulse.Simulation;

/// <summary>The managed object types of the simulator, each with its base type.</summary>
internal static class VimTypes
{
    private static readonly FrozenDictionary<string, string?> Bases = new Dictionary<string, string?>
    {
        ["ManagedObject"] = null,
        ["ExtensibleManagedObject"] = "ManagedObject",
        ["ManagedEntity"] = "ExtensibleManagedObject",
        ["Folder"] = "ManagedEntity",
        ["StoragePod"] = "Folder",
        ["Datacenter"] = "ManagedEntity",
        ["ComputeResource"] = "ManagedEntity",
        ["ClusterComputeResource"] = "ComputeResource",
        ["ResourcePool"] = "ManagedEntity",
        ["VirtualApp"] = "ResourcePool",
        ["HostSystem"] = "ManagedEntity",
        ["VirtualMachine"] = "ManagedEntity",
        ["Datastore"] = "ManagedEntity",
        ["Network"] = "ManagedEntity",
        ["DistributedVirtualPortgroup"] = "Network",
        ["OpaqueNetwork"] = "Network",
        ["DistributedVirtualSwitch"] = "ManagedEntity",
        ["VmwareDistributedVirtualSwitch"] = "DistributedVirtualSwitch",
        ["View"] = "ManagedObject",
        ["ManagedObjectView"] = "View",
        ["ContainerView"] = "ManagedObjectView",
        ["PropertyCollector"] = "ManagedObject",
        ["PropertyFilter"] = "ManagedObject",
    }.ToFrozenDictionary();

    public static bool IsKnown(string type) => Bases.ContainsKey(type);

    /// <summary>The type itself, then its bases up to ManagedObject.</summary>
    public static IEnumerable<string> WithBases(string type)
    {
        for (string? current = type; current is not null; current = Bases.GetValueOrDefault(current))
        {
            yield return current;
        }
    }

    public static bool Is(string type, string baseType)
    {
        string? current = type;
        while (current is not null && current != baseType)
        {
            current = Bases.GetValueOrDefault(current);
        }

        return current is not null;
    }
}
