namespace Pulse.Simulation;

public enum FolderKind { Datacenter, Host, Datastore, Network, VirtualMachine }

public sealed class Folder : ManagedEntity
{
    internal Folder(string moId, string name, ManagedEntity? parent, FolderKind kind)
        : base("Folder", moId, name, parent) => Kind = kind;

    public FolderKind Kind { get; }
}

public sealed class Datacenter : ManagedEntity
{
    internal Datacenter(string moId, string name, Folder parent)
        : base("Datacenter", moId, name, parent)
    {
    }

    public Folder VmFolder { get; internal set; } = null!;

    public Folder HostFolder { get; internal set; } = null!;

    public Folder DatastoreFolder { get; internal set; } = null!;

    public Folder NetworkFolder { get; internal set; } = null!;
}

/// <summary>A cluster, or the compute resource of one standalone host.</summary>
public sealed class ComputeResource : ManagedEntity
{
    internal ComputeResource(string moId, string name, Folder parent, bool isCluster)
        : base(isCluster ? "ClusterComputeResource" : "ComputeResource", moId, name, parent) => IsCluster = isCluster;

    public bool IsCluster { get; }

    public bool HaEnabled { get; set => Set(ref field, value, "configuration.dasConfig.enabled"); }

    public bool DrsEnabled { get; set => Set(ref field, value, "configuration.drsConfig.enabled"); } = true;

    public ResourcePool ResourcePool { get; internal set; } = null!;
}

public sealed class ResourcePool : ManagedEntity
{
    internal ResourcePool(string moId, string name, ManagedEntity parent)
        : base("ResourcePool", moId, name, parent)
    {
    }

    internal ManagedEntity Owner => Parent is ResourcePool pool ? pool.Owner : Parent!;
}

public sealed class HostSystem : ManagedEntity
{
    internal HostSystem(string moId, string name, ComputeResource parent)
        : base("HostSystem", moId, name, parent)
    {
    }

    public HostSystemConnectionState ConnectionState { get; set => Set(ref field, value, "runtime.connectionState", "summary.runtime.connectionState"); }

    public HostSystemPowerState PowerState { get; set => Set(ref field, value, "runtime.powerState", "summary.runtime.powerState"); }

    public bool InMaintenanceMode { get; set => Set(ref field, value, "runtime.inMaintenanceMode", "summary.runtime.inMaintenanceMode"); }

    public short CpuCores { get; init; } = 32;

    public long MemorySize { get; init; } = 512L << 30;

    public int OverallCpuUsage { get; set => Set(ref field, value, "summary.quickStats.overallCpuUsage"); } = 8400;

    public int OverallMemoryUsage { get; set => Set(ref field, value, "summary.quickStats.overallMemoryUsage"); } = 131072;
}

public sealed class Datastore : ManagedEntity
{
    internal Datastore(string moId, string name, Folder parent)
        : base("Datastore", moId, name, parent)
    {
    }

    public string Kind { get; init; } = "VMFS";

    public bool Accessible { get; set => Set(ref field, value, "summary.accessible"); } = true;

    public long Capacity { get; set => Set(ref field, value, "summary.capacity"); } = 2L << 40;

    public long FreeSpace { get; set => Set(ref field, value, "summary.freeSpace", "info.freeSpace"); } = 1L << 40;
}

/// <summary>A network: a standard port group, or a distributed one.</summary>
public sealed class Network : ManagedEntity
{
    internal Network(string moId, string name, Folder parent, bool isDistributed)
        : base(isDistributed ? "DistributedVirtualPortgroup" : "Network", moId, name, parent) => IsDistributed = isDistributed;

    public bool IsDistributed { get; }

    public bool Accessible { get; set => Set(ref field, value, "summary.accessible"); } = true;
}
