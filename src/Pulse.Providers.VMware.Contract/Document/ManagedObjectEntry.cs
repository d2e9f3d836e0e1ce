namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record ManagedObjectEntry(string? Base, Dictionary<string, PropertyEntry> Properties);
