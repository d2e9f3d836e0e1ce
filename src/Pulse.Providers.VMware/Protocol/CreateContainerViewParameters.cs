namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>ViewManager.CreateContainerView</c>.</summary>
internal sealed record CreateContainerViewParameters(ManagedObjectReference Container, IReadOnlyList<string> Type, bool Recursive);
