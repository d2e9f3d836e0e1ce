using Pulse.Host.Tests.Reports;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Hostile;

/// <summary>A system that begins an answer and then stalls costs an attempt its time limit and nothing else.</summary>
[Trait("Category", "Slow")]
public sealed class StalledSystemTests
{
    // Low, because each case starts a host.
    private const int CasesAtOnce = 3;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    /// <summary>So long that the second poll verifies what the first one read.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(31);

    [Theory]
    [InlineData("silence")]
    [InlineData("stalled body")]
    [InlineData("drip")]
    public async Task Whichever_request_stalls_the_test_ends_at_its_limit(string how)
    {
        await ForEachAsync(await OperationsAsync(async host => await host.TestAsync()), how, async (host, operation) =>
        {
            var report = await host.TestAsync(operation);

            var timedOut = report["failure"]?.Text("category") == "timeout"
                || report["steps"]!.AsArray().Any(step => step!.Text("category") == "timeout")
                || IsLogout(operation) || IsBestEffort(operation);
            timedOut.Should().BeTrue($"{operation} stalled: {report.ToJsonString()}");
        });
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("stalled body")]
    [InlineData("drip")]
    public async Task Whichever_request_stalls_polls_fail_and_go_on_and_an_edit_polls_anew_and_a_delete_ends_it(string how)
    {
        await ForEachAsync(await OperationsAsync(LiveAsync), how, async (host, operation) =>
        {
            var id = await host.CreateAsync(Interval);
            await host.SeeAttemptAsync(id, 1, operation);
            host.Clock.Advance(Interval);
            await host.SeeAttemptAsync(id, 2);

            host.VCenter.Faults.ClearRules();
            await host.RenameAsync(id, "Renamed");
            await host.SeeAsync(id, poll => poll.Text("state") == "healthy");
            await host.DeleteAsync(id);
        });
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("stalled body")]
    [InlineData("drip")]
    public async Task Whichever_request_stalls_a_stop_takes_at_most_ten_seconds(string how)
    {
        await ForEachAsync(await OperationsAsync(LiveAsync), how, async (host, operation) =>
        {
            var id = await host.CreateAsync(Interval);
            var isAsked = () => host.VCenter.Requests.ByOperation.ContainsKey(operation);
            await host.SeeAsync(id, poll => isAsked() || poll["recent"]!.AsArray().Count == 1);
            if (!isAsked() && !IsLogout(operation))
            {
                host.Clock.Advance(Interval);
                await Eventually.UntilAsync(isAsked);
            }

            await host.StopWithinAsync(StopLimit);
        });
    }

    /// <summary>The requests to a healthy vCenter.</summary>
    private static async Task<IReadOnlyList<string>> OperationsAsync(Func<HostileHost, Task> live)
    {
        await using var host = await HostileHost.StartAsync(Options);
        await live(host);
        await host.StopWithinAsync(StopLimit);
        return [.. host.VCenter.Requests.ByOperation.Keys.Order(StringComparer.Ordinal)];
    }

    private static async Task LiveAsync(HostileHost host)
    {
        var id = await host.CreateAsync(Interval);
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");
        host.Clock.Advance(Interval);
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
    }

    private static async Task ForEachAsync(IReadOnlyList<string> operations, string how, Func<HostileHost, string, Task> run)
    {
        operations.Should().HaveCountGreaterThan(9);
        await Parallel.ForEachAsync(operations, new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce }, async (operation, _) =>
        {
            try
            {
                await using var host = await HostileHost.StartAsync(Options);
                host.VCenter.Faults.Add(request => request.Operation == operation, ActionOf(how));
                await run(host, operation);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"{how} at {operation}: {error.Message}", error);
            }
        });
    }

    // Two logins, one for each family.
    private static VCenterSimulatorOptions Options => new() { Profile = VCenterProfile.V80U1 };

    private static FaultAction ActionOf(string how) => how switch
    {
        "silence" => FaultAction.Silence,
        "stalled body" => FaultAction.StalledBody,
        _ => FaultAction.Drip(TimeSpan.FromMilliseconds(500)),
    };

    private static bool IsLogout(string operation) =>
        operation.StartsWith("DELETE", StringComparison.Ordinal) || operation.EndsWith("/Logout", StringComparison.Ordinal);

    /// <summary>A step continues without the answer, or without its body: the token of a login is in a header.</summary>
    private static bool IsBestEffort(string operation) =>
        operation.EndsWith("/QueryOptions", StringComparison.Ordinal) || operation.EndsWith("/Login", StringComparison.Ordinal);
}
