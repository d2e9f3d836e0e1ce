namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record RequestEntry(string Schema, bool BodyRequired);
