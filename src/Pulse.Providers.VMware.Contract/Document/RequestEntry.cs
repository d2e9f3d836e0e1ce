namespace Pulse.Providers.VMware.Contract;

internal sealed record RequestEntry(string Schema, bool BodyRequired);
