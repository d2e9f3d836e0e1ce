namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>PropertyCollector.CreateFilter</c>.</summary>
internal sealed record CreateFilterParameters(PropertyFilterSpec Spec, bool PartialUpdates);
