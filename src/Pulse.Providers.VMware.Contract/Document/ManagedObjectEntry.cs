namespace Pulse.Providers.VMware.Contract;

internal sealed record ManagedObjectEntry(string? Base, Dictionary<string, PropertyEntry> Properties);
