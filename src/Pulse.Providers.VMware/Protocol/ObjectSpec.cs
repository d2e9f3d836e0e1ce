namespace Pulse.Providers.VMware.Protocol;

internal sealed record ObjectSpec(ManagedObjectReference Obj, bool Skip, IReadOnlyList<TraversalSpec> SelectSet) : DataObject;
