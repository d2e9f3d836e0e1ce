namespace Pulse.Providers.VMware.Objects;

/// <summary>The kinds of objects that an inventory counts.</summary>
internal enum ObjectKind : byte
{
    Host,
    VirtualMachine,
    Datastore,
    Datacenter,
    Cluster,
    Folder,
    ResourcePool,
    Network,

    /// <summary>A subtype that came with a release after this version of Pulse.</summary>
    Other,
}
