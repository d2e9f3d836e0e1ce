namespace Pulse.Simulation;

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
