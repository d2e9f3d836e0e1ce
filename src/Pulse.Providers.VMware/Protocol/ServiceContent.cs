namespace Pulse.Providers.VMware.Protocol;

/// <summary>The managers of a vCenter. Pulse reads their ids and never assumes them.</summary>
internal sealed record ServiceContent(
    AboutInfo About,
    ManagedObjectReference RootFolder,
    ManagedObjectReference PropertyCollector,
    ManagedObjectReference SessionManager,
    ManagedObjectReference ViewManager)
{
    public ManagedObjectReference? AuthorizationManager { get; init; }

    public ManagedObjectReference? EventManager { get; init; }

    public ManagedObjectReference? PerfManager { get; init; }

    /// <summary>The options of the server.</summary>
    public ManagedObjectReference? Setting { get; init; }
}
