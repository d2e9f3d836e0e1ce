using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Polling;

/// <summary>A time server or an administrator sets the wall clock of the machine. Polls and holds use elapsed time.</summary>
public sealed class ClockJumpTests
{
    public static TheoryData<TimeSpan> Jumps { get; } =
    [
        TimeSpan.FromSeconds(-7), TimeSpan.FromHours(-1), TimeSpan.FromDays(-365),
        TimeSpan.FromSeconds(7), TimeSpan.FromHours(1), TimeSpan.FromDays(365),
    ];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task Polls_go_on_at_their_interval_and_the_next_attempt_is_told_truly(TimeSpan jump)
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await SeePlannedAsync(host, id, attempts: 1);

        host.Clock.Advance(TimeSpan.FromSeconds(20));
        host.Clock.JumpWallTime(jump);
        await SeeNextAttemptAsync(host, id, next => next == host.Clock.GetUtcNow().AddSeconds(40));
        box.Reads.Should().Be(1, "a jump is no elapsed time");

        host.Clock.Advance(TimeSpan.FromSeconds(39));
        box.Reads.Should().Be(1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await SeePlannedAsync(host, id, attempts: 2);
        await SeeNextAttemptAsync(host, id, next => next == host.Clock.GetUtcNow().AddSeconds(60));
        (await host.GetAsync(id))["poll"]!["lastAttemptAt"]!.GetValue<DateTimeOffset>().Should().Be(host.Clock.GetUtcNow());
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_saved_test_announces_an_attempt_that_happens(TimeSpan jump)
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await SeePlannedAsync(host, id, attempts: 1);
        host.Clock.JumpWallTime(jump);

        using (await host.PostAsync($"/{id}/test", null))
        {
        }

        await SeeNextAttemptAsync(host, id, next => next == host.Clock.GetUtcNow().AddSeconds(60));
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await SeePlannedAsync(host, id, attempts: 3);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_hold_lasts_five_minutes_and_no_longer(TimeSpan jump)
    {
        await using var host = BoxHost.Start();
        using (await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong")))
        {
        }

        host.Clock.JumpWallTime(jump);
        host.Clock.Advance(TimeSpan.FromSeconds(299));
        using var held = await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"));
        (await held.ProblemAsync(409))["retryAt"]!.GetValue<DateTimeOffset>().Should().Be(host.Clock.GetUtcNow().AddSeconds(1));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var tried = await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"));
        (await tried.ReadAsync())["failure"]!.Text("category").Should().Be("auth_invalid");
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_back_off_waits_no_longer_than_its_rule_allows(TimeSpan jump)
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").BeforeRead = _ => throw new PlatformFailureException(FailureCategory.Unavailable);
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var failed = await SeePlannedAsync(host, id, attempts: 1);
        var wait = failed["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>() - host.Clock.GetUtcNow();
        wait.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(132));

        host.Clock.JumpWallTime(jump);
        await SeeNextAttemptAsync(host, id, next => (next - (host.Clock.GetUtcNow() + wait)).Duration() < TimeSpan.FromMilliseconds(1));
        host.Clock.Advance(wait + TimeSpan.FromMilliseconds(1));

        await SeePlannedAsync(host, id, attempts: 2);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task After_a_restart_on_another_clock_a_hold_is_never_longer_than_five_minutes_and_polls_go_on(TimeSpan jump)
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft("Good"))).Text("id")!;
        await SeePlannedAsync(host, id, attempts: 1);
        using (await host.PostAsync("/test", BoxHost.Draft(host: "other.example", apiKey: "wrong")))
        {
        }

        await host.RestartAsync(meanwhile: () => host.Clock.JumpWallTime(jump));

        await SeeNextAttemptAsync(host, id, next => next <= host.Clock.GetUtcNow().AddSeconds(60));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var tried = await host.PostAsync("/test", BoxHost.Draft(host: "other.example", apiKey: "wrong"));
        (await tried.ReadAsync())["failure"]!.Text("category").Should().Be("auth_invalid");
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count >= 2);
    }

    [Fact]
    public async Task After_a_jump_forward_nothing_storms()
    {
        await using var host = BoxHost.Start();
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add((await host.CreateAsync(BoxHost.Draft($"Box {i}", $"box-{i}.example"))).Text("id")!);
        }

        foreach (var id in ids)
        {
            await SeePlannedAsync(host, id, attempts: 1);
        }

        host.Clock.JumpWallTime(TimeSpan.FromDays(365));
        host.Clock.Advance(TimeSpan.FromSeconds(59));

        Enumerable.Range(0, 10).Sum(i => host.Boxes.At($"box-{i}.example").Reads).Should().Be(10);
    }

    /// <summary>Waits until an attempt is recorded and the next one is planned: only then may the test move the clock.</summary>
    private static Task<JsonObject> SeePlannedAsync(BoxHost host, string id, int attempts) =>
        Eventually.GetAsync(
            () => host.GetAsync(id),
            connection => connection["poll"]!["recent"]!.AsArray().Count == attempts
                && connection["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>() > host.Clock.GetUtcNow(),
            $"attempt {attempts} and a plan");

    /// <summary>
    /// Waits until the list shows the next attempt as the test expects it. An attempt is recorded a moment before its poller waits for the
    /// next one, and until then the list shows the recorded time, without the jump.
    /// </summary>
    private static Task SeeNextAttemptAsync(
        BoxHost host, string id, Func<DateTimeOffset, bool> condition, [CallerArgumentExpression(nameof(condition))] string expected = "") =>
        Eventually.GetAsync(
            async () => (await host.GetAsync(id))["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>(), condition, expected);
}
