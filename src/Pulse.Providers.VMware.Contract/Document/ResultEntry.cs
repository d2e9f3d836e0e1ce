namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record ResultEntry(string Type, bool Array, bool Nullable);
