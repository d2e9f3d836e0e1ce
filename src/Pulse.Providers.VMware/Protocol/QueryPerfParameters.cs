
namespace Pulse.Providers.VMware.Protocol;

internal sealed record QueryPerfParameters(IReadOnlyList<PerfQuerySpec> QuerySpec);
