namespace Pulse.Providers.VMware.Protocol;

/// <summary>The server may cut the answer even without a maximum (facts.md#3.4): Pulse always reads the next page of a token.</summary>
internal sealed record RetrieveOptions(int? MaxObjects) : DataObject;
