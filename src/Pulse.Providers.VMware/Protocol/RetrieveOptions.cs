namespace Pulse.Providers.VMware.Protocol;

/// <summary>Without a maximum the server still may cut the answer (facts.md#3.4): a token is always followed.</summary>
internal sealed record RetrieveOptions(int? MaxObjects) : DataObject;
