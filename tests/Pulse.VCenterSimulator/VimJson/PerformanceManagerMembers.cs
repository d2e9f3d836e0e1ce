using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Statistics: current samples of hosts and virtual machines. For the refused requests, see facts.md#10.14.</summary>
internal static class PerformanceManagerMembers
{
    private const string Type = "PerformanceManager";
    private const int RefreshRate = 20;
    private const int NoSample = -1;

    public static void Register(VimMembers members)
    {
        members.Property(Type, "perfCounter", _ => VimResult.Json(writer => writer.WriteArray(PerformanceCounter.All, PerformanceJson.WriteCounter)));
        members.Method(Type, "QueryPerfProviderSummary", Summary);
        members.Method(Type, "QueryPerf", Query);
    }

    private static VimResult Summary(VimCall call)
    {
        var entity = call.VisibleEntity(call.Arguments.Reference("entity"));
        return VimResult.Json(writer => PerformanceJson.WriteSummary(writer, entity, HasCurrent(entity) ? RefreshRate : 0));
    }

    private static VimResult Query(VimCall call)
    {
        call.Arguments.Required("querySpec");
        PerformanceQuery[] queries = [.. call.Arguments.Array("querySpec").Select(spec => QueryOf(call, spec))];
        var most = call.VCenter.Faults.MaxQueryMetrics;
        if (most > 0 && queries.Sum(query => query.Counters.Length) > most)
        {
            throw VimFault.InvalidArgument("querySpec.size").Exception();
        }

        var answered = queries.Where(query => HasData(call, query.Entity));
        return VimResult.Json(writer => writer.WriteArray(answered, (w, query) =>
            PerformanceJson.WriteMetric(w, query, call.VCenter.Now, RefreshRate, SampleOf(query.Entity))));
    }

    private static PerformanceQuery QueryOf(VimCall call, JsonElement spec)
    {
        var entity = call.VisibleEntity(spec.Reference("entity"));
        if (spec.OptionalInt("intervalId") == RefreshRate && !HasCurrent(entity))
        {
            throw VimFault.InvalidArgument("querySpec.interval").Exception();
        }

        int[] counters = [.. spec.Array("metricId").Select(metric => metric.OptionalInt("counterId") ?? throw VimFault.InvalidArgument("counterId").Exception())];
        return counters.All(PerformanceCounter.IsKnown) ? new(entity, counters) : throw VimFault.InvalidArgument("querySpec.metricId").Exception();
    }

    private static bool HasCurrent(ManagedEntity entity) => entity is HostSystem or VirtualMachine;

    private static bool HasData(VimCall call, ManagedEntity entity) => !call.VCenter.Faults.WithoutStatistics && entity switch
    {
        HostSystem host => host.ConnectionState is HostSystemConnectionState.Connected,
        VirtualMachine machine => machine.PowerState is VirtualMachinePowerState.PoweredOn,
        _ => false,
    };

    // Hundredths of a percent (facts.md#6.1).
    private static int SampleOf(ManagedEntity entity) =>
        entity is VirtualMachine { ConnectionState: not VirtualMachineConnectionState.Connected } ? NoSample : 2532;
}
