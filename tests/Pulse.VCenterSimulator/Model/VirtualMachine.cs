namespace Pulse.Simulation;

/// <summary>A virtual machine or, with <see cref="IsTemplate"/>, a template.</summary>
public sealed class VirtualMachine : ManagedEntity
{
    internal VirtualMachine(string moId, string name, Folder parent)
        : base("VirtualMachine", moId, name, parent)
    {
    }

    public bool IsTemplate { get; init; }

    public HostSystem? Host { get; set => Set(ref field, value, "runtime.host", "summary.runtime.host"); }

    /// <summary>Null for a template.</summary>
    public ResourcePool? ResourcePool { get; set => Set(ref field, value, "resourcePool"); }

    public Datastore? Datastore { get; set => Set(ref field, value, "datastore"); }

    public Network? Network { get; set => Set(ref field, value, "network"); }

    public VirtualMachinePowerState PowerState { get; set => Set(ref field, value, "runtime.powerState", "summary.runtime.powerState"); }

    public VirtualMachineConnectionState ConnectionState { get; set => Set(ref field, value, "runtime.connectionState", "summary.runtime.connectionState"); }

    /// <summary>False leaves <c>config</c> unset, as vCenter does for a machine whose files it cannot read.</summary>
    public bool HasConfig { get; set => Set(ref field, value, "config"); } = true;

    public int CpuCount { get; set => Set(ref field, value, "config.hardware.numCPU", "summary.config.numCpu"); } = 2;

    public int MemoryMiB { get; set => Set(ref field, value, "config.hardware.memoryMB", "summary.config.memorySizeMB"); } = 4096;

    public VirtualMachineSnapshot? Snapshot { get; set => Set(ref field, value, "snapshot"); }

    internal override IEnumerable<ManagedEntity?> Placement => [Host, ResourcePool];
}
