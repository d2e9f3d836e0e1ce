namespace Pulse.Simulation;

/// <summary>A network: a standard port group, or a distributed one.</summary>
public sealed class Network : ManagedEntity
{
    internal Network(string moId, string name, Folder parent, bool isDistributed)
        : base(isDistributed ? "DistributedVirtualPortgroup" : "Network", moId, name, parent) => IsDistributed = isDistributed;

    public bool IsDistributed { get; }

    public bool Accessible { get; set => Set(ref field, value, "summary.accessible"); } = true;
}
