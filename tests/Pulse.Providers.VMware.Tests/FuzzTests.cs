using System.Collections.Concurrent;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests;

/// <summary>Reads damaged answers of a vCenter, thousands of times: each read ends with a result or with a failure category.</summary>
[Collection(nameof(FuzzTests))]
[Trait("Category", "Slow")]
public sealed class FuzzTests
{
    private const int Cases = 20_000;

    // The API families share one session, or each has its own.
    private static readonly VCenterProfile[] Profiles = [VCenterProfile.V80U3, VCenterProfile.V80U2];

    private static readonly string[] Targets =
    [
        "GET vimServiceVersions.xml", "GET content", "POST session", "GET currentSession", "POST Login", "GET version", "POST CreatePropertyCollector",
        "POST CreateContainerView", "POST CreateFilter", "GET name", "DELETE session",
        // The answers that are read most often are damaged most often.
        .. Enumerable.Repeat("POST WaitForUpdatesEx", 12), .. Enumerable.Repeat("POST RetrievePropertiesEx", 2), "POST ContinueRetrievePropertiesEx",
    ];

    [Fact(Timeout = 300_000)]
    public async Task Every_read_ends_in_a_result_or_in_a_category_and_memory_stays_bounded()
    {
        var outcomes = new ConcurrentDictionary<string, int>();
        var unexpected = new ConcurrentQueue<string>();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), async (seed, _) => await RunAsync(seed, outcomes, unexpected));

        unexpected.GroupBy(line => string.Join('\n', line.Split('\n')[1..4])).Select(group => $"{group.Count()} like {group.First()}").Should().BeEmpty();
        outcomes.Keys.Should().Contain(["complete", "degraded", nameof(FailureCategory.Protocol), nameof(FailureCategory.Unavailable)]);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(16 * 1024 * 1024);
    }

    private static async Task RunAsync(int seed, ConcurrentDictionary<string, int> outcomes, ConcurrentQueue<string> unexpected)
    {
        var random = new Random(seed);
        var mutator = new Mutator(random);
        var target = Targets[random.Next(Targets.Length)];
        var clock = RetryClock.Create();
        await using var vcenter = VCenterSimulator.WithoutServer(new() { Profile = Profiles[random.Next(Profiles.Length)], IsWatched = false });
        vcenter.Faults.MaximumPageSize = 8;
        vcenter.Faults.Add(request => request.Name == target && random.Next(3) > 0, FaultAction.Change(mutator.Mutate));
        using var connection = new InProcessConnection(vcenter, clock, random.Next(2) == 0 ? int.MaxValue : random.Next(50, 2000));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        try
        {
            for (var read = 0; read < 3; read++)
            {
                outcomes.AddOrUpdate(await ReadAsync(connection, limit.Token), 1, (_, count) => count + 1);
                clock.Advance(TimeSpan.FromMinutes(16));
                vcenter.Inventory.Remove(vcenter.Inventory.VirtualMachines[0]);
                vcenter.Inventory.VirtualMachines[0].PowerState = VirtualMachinePowerState.PoweredOff;
            }

            await connection.Client.EndAsync();
        }
        catch (Exception error)
        {
            unexpected.Enqueue($"seed {seed}, {target}:\n{error}");
        }
    }

    private static async Task<string> ReadAsync(InProcessConnection connection, CancellationToken limit)
    {
        try
        {
            var observed = await connection.PollAsync(limit);
            return observed.Complete ? "complete" : "degraded";
        }
        catch (PlatformFailureException failure)
        {
            // The session does the same before the next read starts over.
            await (connection.Client.KeepsSessionsAfter(failure) ? Task.CompletedTask : connection.Client.EndAsync());
            return failure.Category.ToString();
        }
    }
}
