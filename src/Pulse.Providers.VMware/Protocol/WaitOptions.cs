namespace Pulse.Providers.VMware.Protocol;

/// <summary>No wait is one calculation whose answer comes at once; the server may cut the updates further (facts.md#3.14).</summary>
internal sealed record WaitOptions(int MaxWaitSeconds, int MaxObjectUpdates) : DataObject;
