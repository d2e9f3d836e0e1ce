namespace Pulse.Providers.VMware.Protocol;

internal sealed record PropertySpec(string Type, IReadOnlyList<string> PathSet) : DataObject;
