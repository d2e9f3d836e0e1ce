
namespace Pulse.Providers.VMware.Protocol;

/// <summary>The series of one object; an object without data is left out of the answer.</summary>
internal sealed record PerfEntityMetric(ManagedObjectReference Entity)
{
    public IReadOnlyList<PerfSeries>? Value { get; init; }

    // A sample of -1 is none (facts.md#6.1).
    public bool HasSample => Value?.Any(series => series.Value?.Any(sample => sample >= 0) == true) == true;

    internal sealed record PerfSeries
    {
        public IReadOnlyList<long>? Value { get; init; }
    }
}
