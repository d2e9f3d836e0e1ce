namespace Pulse.Providers.VMware.Objects;

/// <summary>The managed object types that Pulse requests, and the kinds as which it counts their objects and those of their subtypes.</summary>
internal static class ObjectKinds
{
    /// <summary>The number of kinds.</summary>
    public static readonly int Count = Enum.GetValues<ObjectKind>().Length;

    /// <summary>
    /// The properties that Pulse reads of each type. The states need System.Read, so that they show whether the account
    /// may read the object (facts.md#5.1). Names are not among them: Pulse reads a name only when it shows it.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> PropertiesByType = new Dictionary<string, IReadOnlyList<string>>
    {
        ["HostSystem"] = ["runtime.connectionState"],
        ["VirtualMachine"] = ["config.template", "runtime.connectionState"],
        ["Datastore"] = ["summary.accessible"],
        ["Datacenter"] = [],
        ["ClusterComputeResource"] = [],
        ["Folder"] = [],
        ["ResourcePool"] = [],
        ["Network"] = [],
    };

    /// <summary>A request for a type also returns its subtypes.</summary>
    public static ObjectKind Of(ReadOnlySpan<char> type) => type switch
    {
        "HostSystem" => ObjectKind.Host,
        "VirtualMachine" => ObjectKind.VirtualMachine,
        "Datastore" => ObjectKind.Datastore,
        "Datacenter" => ObjectKind.Datacenter,
        "ClusterComputeResource" => ObjectKind.Cluster,
        "Folder" or "StoragePod" => ObjectKind.Folder,
        "ResourcePool" or "VirtualApp" => ObjectKind.ResourcePool,
        "Network" or "DistributedVirtualPortgroup" or "OpaqueNetwork" => ObjectKind.Network,
        _ => ObjectKind.Other,
    };

    /// <summary>The type of every object of a kind; null if the kind has subtypes.</summary>
    public static string? TypeOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Host => "HostSystem",
        ObjectKind.VirtualMachine => "VirtualMachine",
        ObjectKind.Datastore => "Datastore",
        _ => null,
    };
}
