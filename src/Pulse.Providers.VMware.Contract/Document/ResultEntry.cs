namespace Pulse.Providers.VMware.Contract;

internal sealed record ResultEntry(string Type, bool Array, bool Nullable);
