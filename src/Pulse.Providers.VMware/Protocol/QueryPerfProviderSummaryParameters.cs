
namespace Pulse.Providers.VMware.Protocol;

internal sealed record QueryPerfProviderSummaryParameters(ManagedObjectReference Entity);
