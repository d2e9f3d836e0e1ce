namespace Pulse.Simulation;

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
