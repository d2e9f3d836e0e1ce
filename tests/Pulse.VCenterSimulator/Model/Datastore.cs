namespace Pulse.Simulation;

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
