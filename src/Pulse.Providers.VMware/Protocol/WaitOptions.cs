namespace Pulse.Providers.VMware.Protocol;

/// <summary>Without a wait, the server calculates once and answers at once; the server may cut the updates further (facts.md#3.14).</summary>
internal sealed record WaitOptions(int MaxWaitSeconds, int MaxObjectUpdates) : DataObject;
