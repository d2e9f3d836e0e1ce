namespace Pulse.Providers.VMware.Protocol;

internal sealed record TraversalSpec(string Name, string Type, string Path, bool Skip) : DataObject;
