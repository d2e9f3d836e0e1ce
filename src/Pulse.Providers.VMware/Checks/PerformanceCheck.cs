using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads the current load of one host and one machine.</summary>
internal static class PerformanceCheck
{
    private const int Candidates = 50;

    // Level 1, so that they exist at the default statistics level; their ids differ between vCenters (facts.md#6.1).
    private static readonly string[] Counters = ["cpu.usage.average", "mem.usage.average"];

    // Hosts and machines in other states have no current samples.
    private static readonly (string Type, string Property, string State)[] Running =
        [("HostSystem", "runtime.connectionState", "connected"), ("VirtualMachine", "runtime.powerState", "poweredOn")];

    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        var manager = CheckApi.Require(api.Content.PerfManager, "perfManager");
        var known = await api.ReadAsync(manager, "PerformanceManager.perfCounter", CheckJson.Default.PerfCounterInfoArray, cancellationToken) ?? [];
        var counters = known.Where(counter => Counters.Contains(counter.Name)).Select(counter => counter.Key).ToList();
        if (counters.Count == 0)
        {
            notes.Warn(FailureCategory.Unavailable, $"vCenter knows none of the counters {string.Join(", ", Counters)}", "Check the statistics level of the vCenter.");
            return;
        }

        var sampled = await SampleAsync(api, manager, cancellationToken);
        if (sampled.Count == 0)
        {
            notes.Say($"{known.Length} counters; no running host or machine to ask for");
            return;
        }

        var metrics = await QueryAsync(api, manager, sampled, counters, cancellationToken);
        var answered = sampled.Where(each => metrics.Any(metric => metric.Entity == each.Obj && metric.HasSample)).ToList();
        if (answered.Count == 0)
        {
            notes.Warn(
                FailureCategory.Unavailable,
                $"vCenter has no current statistics of {Describe(sampled, notes)}",
                "Check that the hosts are connected, and the statistics (vpxd) of the vCenter.");
            return;
        }

        notes.Say($"{known.Length} counters; current CPU and memory of {Describe(answered, notes)}");
    }

    private static string Describe(IEnumerable<SampledProvider> sampled, StepNotes notes) =>
        string.Join(" and ", sampled.Select(each => each.Object.Describe(notes)));

    /// <summary>A connected host and a running machine that have current statistics.</summary>
    private static async Task<IReadOnlyList<SampledProvider>> SampleAsync(CheckApi api, ManagedObjectReference manager, CancellationToken cancellationToken)
    {
        var found = new List<SampledProvider>();
        foreach (var (type, property, state) in Running)
        {
            var page = await api.FirstAsync(type, ["name", property], Candidates, cancellationToken);
            if (page.Objects.FirstOrDefault(candidate => IsText(candidate.Value(property), state)) is not { } running)
            {
                continue;
            }

            var summary = await api.QueryAsync(
                api.Method(manager, "PerformanceManager.QueryPerfProviderSummary").WithBody(
                    new QueryPerfProviderSummaryParameters(running.Obj), CheckJson.Default.QueryPerfProviderSummaryParameters),
                CheckJson.Default.PerfProviderSummary,
                cancellationToken);
            if (summary is { CurrentSupported: true, RefreshRate: > 0 })
            {
                found.Add(new(running, summary.RefreshRate));
            }
        }

        return found;
    }

    private static bool IsText(JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static async Task<IReadOnlyList<PerfEntityMetric>> QueryAsync(
        CheckApi api,
        ManagedObjectReference manager,
        IReadOnlyList<SampledProvider> sampled,
        IReadOnlyList<int> counters,
        CancellationToken cancellationToken)
    {
        var most = await QueryLimit.ReadAsync(api, cancellationToken);
        var asked = counters.Take(most).Select(id => new PerfMetricId(id, "")).ToList();
        var specs = sampled.Select(each => new PerfQuerySpec(each.Obj, 1, each.RefreshRate, "normal", asked));
        var metrics = new List<PerfEntityMetric>();
        foreach (var chunk in specs.Chunk(Math.Max(1, most / asked.Count)))
        {
            metrics.AddRange(await api.QueryAsync(
                api.Method(manager, "PerformanceManager.QueryPerf").WithBody(
                    new QueryPerfParameters(chunk), CheckJson.Default.QueryPerfParameters),
                CheckJson.Default.PerfEntityMetricArray,
                cancellationToken) ?? []);
        }

        return metrics;
    }

    private sealed record SampledProvider(CheckedObject Object, int RefreshRate)
    {
        public ManagedObjectReference Obj => Object.Obj;
    }
}
