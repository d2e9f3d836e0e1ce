namespace Pulse.Providers.VMware.Protocol;

internal sealed record PropertyFilterSpec(IReadOnlyList<PropertySpec> PropSet, IReadOnlyList<ObjectSpec> ObjectSet) : DataObject;
