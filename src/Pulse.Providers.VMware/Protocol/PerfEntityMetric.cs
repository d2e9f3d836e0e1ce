
namespace Pulse.Providers.VMware.Protocol;

/// <summary>The series of one object; the answer omits an object without data.</summary>
internal sealed record PerfEntityMetric(ManagedObjectReference Entity)
{
    public IReadOnlyList<PerfSeries>? Value { get; init; }

    // A sample of -1 means no sample (facts.md#6.1).
    public bool HasSample => Value?.Any(series => series.Value?.Any(sample => sample >= 0) == true) == true;

    internal sealed record PerfSeries
    {
        public IReadOnlyList<long>? Value { get; init; }
    }
}
