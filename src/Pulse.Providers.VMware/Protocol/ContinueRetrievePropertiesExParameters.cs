namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>PropertyCollector.ContinueRetrievePropertiesEx</c>.</summary>
internal sealed record ContinueRetrievePropertiesExParameters(string Token);
