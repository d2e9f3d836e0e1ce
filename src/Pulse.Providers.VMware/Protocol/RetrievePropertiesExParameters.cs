namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>PropertyCollector.RetrievePropertiesEx</c>.</summary>
internal sealed record RetrievePropertiesExParameters(IReadOnlyList<PropertyFilterSpec> SpecSet, RetrieveOptions Options);
