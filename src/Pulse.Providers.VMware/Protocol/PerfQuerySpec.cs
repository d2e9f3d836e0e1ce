
namespace Pulse.Providers.VMware.Protocol;

internal sealed record PerfQuerySpec(
    ManagedObjectReference Entity, int MaxSample, int IntervalId, string Format, IReadOnlyList<PerfMetricId> MetricId) : DataObject;
