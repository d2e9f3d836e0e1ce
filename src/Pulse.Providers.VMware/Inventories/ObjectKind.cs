namespace Pulse.Providers.VMware.Inventories;

/// <summary>What an inventory tells apart.</summary>
internal enum ObjectKind
{
    Host,
    VirtualMachine,
    Datastore,
    Datacenter,
    Cluster,
    Folder,
    ResourcePool,
    Network,
}

/// <summary>The managed object types that are asked for, and what their objects (and those of their subtypes) count as.</summary>
internal static class ObjectKinds
{
    /// <summary>The property of a virtual machine that tells a template.</summary>
    public const string TemplateProperty = "config.template";

    /// <summary>The property that says whether vCenter can reach a host or a virtual machine.</summary>
    public const string ConnectionStateProperty = "runtime.connectionState";

    /// <summary>The property that every managed entity has.</summary>
    public const string NameProperty = "name";

    /// <summary>
    /// The properties that are needed of each type. A name needs System.View only; the states beside it need
    /// System.Read, so that they show whether the account may read the object (facts 5).
    /// </summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> PropertiesByType = new Dictionary<string, IReadOnlyList<string>>
    {
        ["HostSystem"] = [NameProperty, ConnectionStateProperty],
        ["VirtualMachine"] = [NameProperty, TemplateProperty, ConnectionStateProperty],
        ["Datastore"] = [NameProperty, "summary.accessible"],
        ["Datacenter"] = [NameProperty],
        ["ClusterComputeResource"] = [NameProperty],
        ["Folder"] = [NameProperty],
        ["ResourcePool"] = [NameProperty],
        ["Network"] = [NameProperty],
    };

    /// <summary>Asking for a type brings its subtypes too. Null for a type that nobody asked for.</summary>
    public static ObjectKind? Of(string type) => type switch
    {
        "HostSystem" => ObjectKind.Host,
        "VirtualMachine" => ObjectKind.VirtualMachine,
        "Datastore" => ObjectKind.Datastore,
        "Datacenter" => ObjectKind.Datacenter,
        "ClusterComputeResource" => ObjectKind.Cluster,
        "Folder" or "StoragePod" => ObjectKind.Folder,
        "ResourcePool" or "VirtualApp" => ObjectKind.ResourcePool,
        "Network" or "DistributedVirtualPortgroup" or "OpaqueNetwork" => ObjectKind.Network,
        _ => null,
    };
}
