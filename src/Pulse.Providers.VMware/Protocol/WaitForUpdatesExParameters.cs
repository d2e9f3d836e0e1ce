namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>PropertyCollector.WaitForUpdatesEx</c>.</summary>
internal sealed record WaitForUpdatesExParameters(string Version, WaitOptions Options);
