using System.Collections.Concurrent;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Stub;
using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests;

/// <summary>Recorded answers, damaged in thousands of ways: each read ends in a result or in a category.</summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests
{
    private const int Cases = 20_000;

    private static readonly string[] Targets =
    [
        "GET vimServiceVersions.xml", "GET content", "POST session", "GET currentSession", "POST Login", "GET version", "POST CreatePropertyCollector",
        "POST CreateContainerView", "POST CreateFilter", "GET name", "DELETE session",
        // What is read most is damaged most.
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
        using var vcenter = new InProcessVCenter(clock)
        {
            SharesSessions = random.Next(2) == 0,
            ChunkSize = random.Next(2) == 0 ? int.MaxValue : random.Next(50, 2000),
            Change = (key, recorded) => key == target && random.Next(3) > 0 ? mutator.Mutate(recorded) : recorded,
        };
        vcenter.Updates.Enqueue("29");
        vcenter.Updates.Enqueue("30");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        try
        {
            for (var read = 0; read < 3; read++)
            {
                outcomes.AddOrUpdate(await ReadAsync(vcenter, clock, limit.Token), 1, (_, count) => count + 1);
                clock.Advance(TimeSpan.FromMinutes(16));
            }

            await vcenter.Client.EndAsync();
        }
        catch (Exception error)
        {
            unexpected.Enqueue($"seed {seed}, {target}:\n{error}");
        }
    }

    private static async Task<string> ReadAsync(InProcessVCenter vcenter, TestClock clock, CancellationToken limit)
    {
        try
        {
            var attempt = new Attempt(AttemptPurpose.Poll, InProcessVCenter.Target, new CountingGate(), clock);
            var observed = await vcenter.Client.ReadAsync(attempt, limit);
            return observed.Complete ? "complete" : "degraded";
        }
        catch (PlatformFailureException failure)
        {
            // As the session does before the next read starts over.
            await (vcenter.Client.KeepsSessionsAfter(failure) ? Task.CompletedTask : vcenter.Client.EndAsync());
            return failure.Category.ToString();
        }
    }
}
