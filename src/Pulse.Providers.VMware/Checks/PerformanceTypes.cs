using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

internal sealed record PerfCounterInfo(int Key, ElementDescription GroupInfo, ElementDescription NameInfo, string RollupType)
{
    public string Name => $"{GroupInfo.Key}.{NameInfo.Key}.{RollupType}";
}

internal sealed record ElementDescription(string Key);

internal sealed record QueryPerfProviderSummaryParameters(ManagedObjectReference Entity);

internal sealed record PerfProviderSummary
{
    public bool CurrentSupported { get; init; }

    /// <summary>Seconds between two current samples.</summary>
    public int RefreshRate { get; init; }
}

internal sealed record QueryPerfParameters(IReadOnlyList<PerfQuerySpec> QuerySpec);

internal sealed record PerfQuerySpec(
    ManagedObjectReference Entity, int MaxSample, int IntervalId, string Format, IReadOnlyList<PerfMetricId> MetricId) : DataObject;

internal sealed record PerfMetricId(int CounterId, string Instance) : DataObject;

/// <summary>The series of one object; an object without data is left out of the answer.</summary>
internal sealed record PerfEntityMetric(ManagedObjectReference Entity)
{
    public IReadOnlyList<PerfSeries>? Value { get; init; }

    // A sample of -1 is none (facts.md#6.1).
    public bool HasSample => Value?.Any(series => series.Value?.Any(sample => sample >= 0) == true) == true;
}

internal sealed record PerfSeries
{
    public IReadOnlyList<long>? Value { get; init; }
}
