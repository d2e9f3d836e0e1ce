namespace Pulse.Simulation;

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
