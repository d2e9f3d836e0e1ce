using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Benchmarks;

/// <summary>
/// Measures how a hostile system affects healthy ones: it stalls, drips, floods and sends false data at every request of the protocol
/// in turn, while the same Pulse, a separate process, polls twenty healthy connections.
/// </summary>
internal static class HostileSystem
{
    private const int Healthy = 20;
    private const int IntervalSeconds = 10;

    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    public static async Task<HostileRow> MeasureAsync()
    {
        var directory = Directory.CreateTempSubdirectory("pulse-hostile-").FullName;
        var vcenters = await VCenterSimulator.StartManyAsync(
            [.. Enumerable.Range(0, Healthy + 1).Select(_ => new VCenterSimulatorOptions { Hosts = 4, VirtualMachines = 40 })]);
        try
        {
            await using var pulse = await PulseProcess.StartAsync(directory);
            foreach (var vcenter in vcenters.Take(Healthy))
            {
                await CreateAsync(pulse, vcenter);
            }

            return await AttackAsync(pulse, vcenters[^1]);
        }
        finally
        {
            foreach (var vcenter in vcenters)
            {
                await vcenter.DisposeAsync();
            }

            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<HostileRow> AttackAsync(PulseProcess pulse, VCenterSimulator hostile)
    {
        await TestAsync(pulse, hostile);
        var operations = hostile.Requests.ByOperation.Keys.ToList();
        var faults = Faults();
        var hostileId = await CreateAsync(pulse, hostile);
        var (latest, memory, attacks) = (TimeSpan.Zero, 0L, 0);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Duration)
        {
            var (operation, fault) = (operations[attacks % operations.Count], faults[attacks / operations.Count % faults.Count]);
            attacks++;
            hostile.Faults.ClearRules();
            hostile.Faults.Add(request => request.Operation == operation, fault);

            // Pulse polls after each edit at once. Without edits, the pauses between the polls of a failing connection grow.
            using (await pulse.Client.PutAsJsonAsync($"api/vmware/connections/{hostileId}", new JsonObject { ["name"] = $"Hostile {attacks}" }))
            {
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            latest = TimeSpan.FromTicks(Math.Max(latest.Ticks, (await LatestAsync(pulse, hostileId)).Ticks));
            memory = Math.Max(memory, pulse.ResidentBytes);
        }

        hostile.Faults.ClearRules();
        hostile.Faults.Add(_ => true, FaultAction.StalledBody);
        using (await pulse.Client.PutAsJsonAsync($"api/vmware/connections/{hostileId}", new JsonObject { ["name"] = "Stalled" }))
        {
        }

        var stopping = Stopwatch.GetTimestamp();
        await pulse.StopAsync();
        return new(attacks, latest, memory, Stopwatch.GetElapsedTime(stopping));
    }

    private static List<FaultAction> Faults()
    {
        var flood = new string('n', 20 * 1024 * 1024);
        return
        [
            FaultAction.StalledBody,
            FaultAction.Drip(TimeSpan.FromMilliseconds(500)),
            FaultAction.EndlessAnswer,
            FaultAction.Rewrite(answer => answer.Replace("\"name\":\"", $"\"name\":\"{flood}", StringComparison.Ordinal)),
            FaultAction.Rewrite(answer => $"{answer}{flood}"),
            FaultAction.Silence,
            FaultAction.TruncatedJson,
            FaultAction.ResetConnection,
        ];
    }

    /// <summary>The delay of the latest poll of a healthy connection.</summary>
    private static async Task<TimeSpan> LatestAsync(PulseProcess pulse, string hostileId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var listed = (await pulse.Client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!;
        return listed.Where(connection => connection!["id"]!.GetValue<string>() != hostileId)
            .Select(connection => connection!["poll"]!["nextAttemptAt"] is JsonValue next ? now - next.GetValue<DateTimeOffset>() : TimeSpan.Zero)
            .Max();
    }

    private static async Task TestAsync(PulseProcess pulse, VCenterSimulator vcenter)
    {
        using var response = await pulse.Client.PostAsJsonAsync("api/vmware/connections/test", DraftOf(vcenter));
        response.EnsureSuccessStatusCode();
    }

    private static async Task<string> CreateAsync(PulseProcess pulse, VCenterSimulator vcenter)
    {
        using var response = await pulse.Client.PostAsJsonAsync("api/vmware/connections", DraftOf(vcenter));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<string>();
    }

    private static JsonObject DraftOf(VCenterSimulator vcenter) => new()
    {
        ["name"] = $"vCenter {vcenter.Port}",
        ["host"] = "127.0.0.1",
        ["port"] = vcenter.Port,
        ["certificateThumbprint"] = vcenter.Thumbprint,
        ["username"] = vcenter.Options.UserName,
        ["password"] = vcenter.Options.Password,
        ["pollIntervalSeconds"] = IntervalSeconds,
    };
}
