using System.Net;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class PollingTests
{
    [Fact]
    public async Task A_new_connection_is_polled_at_once_and_then_at_its_interval()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        var first = await host.SeeStateAsync(id, "healthy");
        first["observed"]!["topology"]!.Number("shelves").Should().Be(3);
        first["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>().Should().Be(host.Clock.GetUtcNow().AddSeconds(60));

        host.Boxes.At("box.example").Shelves = 4;
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
        (await host.GetAsync(id))["observed"]!["topology"]!.Number("shelves").Should().Be(4);
        host.Boxes.OpenSessions.Should().Be(1, "the session is held across polls");
    }

    [Fact]
    public async Task A_slow_poll_holds_up_no_other_and_never_runs_twice_at_once()
    {
        await using var host = BoxHost.Start();
        var slow = host.Boxes.At("slow.example");
        var release = new TaskCompletionSource();
        slow.BeforeRead = async cancellationToken => await release.Task.WaitAsync(cancellationToken);
        var slowId = (await host.CreateAsync(Fast("Slow", "slow.example"))).Text("id")!;
        var fastId = (await host.CreateAsync(Fast("Fast", "fast.example"))).Text("id")!;
        await Eventually.UntilAsync(() => slow.Reads == 1);
        await host.SeeStateAsync(fastId, "healthy");

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await host.SeeAsync(fastId, poll => poll["recent"]!.AsArray().Count == 2);
        slow.Reads.Should().Be(1);
        (await host.GetAsync(slowId))["poll"]!.Text("state").Should().Be("pending");

        release.SetResult();
        await host.SeeStateAsync(slowId, "healthy");
    }

    [Fact]
    public async Task A_system_that_does_not_answer_ends_in_timeout_at_the_deadline()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").BeforeRead = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await Eventually.UntilAsync(() => host.Boxes.At("box.example").Reads == 1);

        host.Clock.Advance(TimeSpan.FromSeconds(30));

        var error = (await host.SeeStateAsync(id, "failing"))["poll"]!["lastError"]!;
        (error.Text("category"), error.Text("step")).Should().Be(("timeout", "count"));
    }

    [Fact]
    public async Task A_provider_that_throws_something_unknown_harms_nobody()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("bad.example").BeforeRead = _ => throw new InvalidOperationException("right-key was here");
        var bad = (await host.CreateAsync(Fast("Bad", "bad.example"))).Text("id")!;
        var good = (await host.CreateAsync(Fast("Good", "good.example"))).Text("id")!;

        (await host.SeeStateAsync(bad, "failing"))["poll"]!["lastError"]!.Text("category").Should().Be("unknown");
        await host.SeeStateAsync(good, "healthy");
        host.Host.Logs.Lines.Should().Contain(line => line.Contains("a defect", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("right-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paused_connection_has_no_session_and_is_not_polled_and_a_resumed_one_is_polled_at_once()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");

        var paused = await host.UpdateAsync(id, new JsonObject { ["enabled"] = false });
        (paused["poll"]!.Text("state"), paused["poll"]!["nextAttemptAt"]).Should().Be(("paused", null));
        host.Boxes.OpenSessions.Should().Be(0);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        host.Boxes.At("box.example").Reads.Should().Be(1);

        await host.UpdateAsync(id, new JsonObject { ["enabled"] = true });
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy" && poll["recent"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task An_edit_ends_the_poll_under_way_and_polls_with_the_new_settings_now()
    {
        await using var host = BoxHost.Start();
        var hanging = host.Boxes.At("box.example");
        hanging.BeforeRead = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await Eventually.UntilAsync(() => hanging.Reads == 1);

        await host.UpdateAsync(id, new JsonObject { ["host"] = "moved.example" });

        hanging.OpenSessions.Should().Be(0);
        (await host.SeeStateAsync(id, "healthy"))["observed"]!.Text("systemName").Should().Be("moved.example");
    }

    [Fact]
    public async Task A_poll_that_ends_after_an_edit_says_nothing_about_the_connection_any_more()
    {
        await using var host = BoxHost.Start();
        var deaf = host.Boxes.At("box.example");
        var release = new TaskCompletionSource();
        deaf.BeforeRead = _ => release.Task;
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await Eventually.UntilAsync(() => deaf.Reads == 1);

        var edit = host.UpdateAsync(id, new JsonObject { ["host"] = "moved.example" });
        await Eventually.GetAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(edit.IsCompleted);
            },
            ended => ended);
        release.SetResult();
        var moved = await host.SeeStateAsync(id, "healthy");
        await Eventually.UntilAsync(() => deaf.OpenSessions == 0);

        moved["observed"]!.Text("systemName").Should().Be("moved.example");
        (await host.GetAsync(id))["poll"]!["recent"]!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task A_connection_deleted_while_its_first_poll_begins_leaves_no_session()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        using var begin = new SemaphoreSlim(0);
        var beginning = new TaskCompletionSource();
        box.BeforeSession = () =>
        {
            beginning.SetResult();
            begin.Wait();
        };
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await beginning.Task;

        using var deleted = await host.Client.DeleteAsync(new Uri($"api/box/connections/{id}", UriKind.Relative));
        begin.Release();

        await Eventually.UntilAsync(() => box.Reads == 1 && box.OpenSessions == 0);
    }

    [Fact]
    public async Task Health_and_what_was_observed_survive_a_restart_and_polling_goes_on_within_one_interval()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var before = await host.SeeStateAsync(id, "healthy");

        await host.RestartAsync(meanwhile: () => host.Boxes.OpenSessions.Should().Be(0, "a stop logs out"));

        var after = await host.GetAsync(id);
        after["poll"]!.Text("state").Should().Be("healthy");
        after["observed"]!.ToJsonString().Should().Be(before["observed"]!.ToJsonString());
        after["poll"]!["recent"]!.ToJsonString().Should().Be(before["poll"]!["recent"]!.ToJsonString());
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task A_failing_connection_waits_longer_and_one_success_resets_it()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        box.BeforeRead = _ => throw new PlatformFailureException(FailureCategory.Unavailable);
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "failing");
        host.Clock.Advance(TimeSpan.FromSeconds(132));
        var second = await host.SeeAsync(id, poll => poll.Number("consecutiveFailures") == 2);
        (second["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>() - host.Clock.GetUtcNow()).Should().BeGreaterThan(TimeSpan.FromSeconds(200));

        box.BeforeRead = _ => Task.CompletedTask;
        host.Clock.Advance(TimeSpan.FromSeconds(264));

        (await host.SeeStateAsync(id, "healthy"))["poll"]!.Number("consecutiveFailures").Should().Be(0);
    }

    [Fact]
    public async Task What_cannot_be_read_makes_the_connection_degraded_and_is_named()
    {
        await using var host = BoxHost.Start();
        host.Boxes.At("box.example").Issues = [new ObservedIssue(FailureCategory.PermissionDenied, "Two shelves are locked.", 2, ["A", "B"])];

        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        var observed = (await host.SeeStateAsync(id, "degraded"))["observed"]!;
        observed["complete"]!.GetValue<bool>().Should().BeFalse();
        observed["issues"]![0]!.Text("message").Should().Be("Two shelves are locked.");
    }

    [Fact]
    public async Task A_lost_key_ring_asks_for_the_secret_again_and_harms_nothing_else()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");

        await host.RestartAsync(meanwhile: () => Directory.Delete(Path.Combine(host.DataDirectory, "keys"), recursive: true));
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        var lost = await host.SeeStateAsync(id, "suspended");
        lost["poll"]!["lastError"]!.Text("category").Should().Be("secret_unreadable");
        lost.Text("apiKey").Should().Be("********");
        var other = (await host.CreateAsync(BoxHost.Draft("Other", host: "other.example"))).Text("id")!;
        await host.SeeStateAsync(other, "healthy");
        using var test = await host.PostAsync($"/{id}/test", null);
        test.StatusCode.Should().Be(HttpStatusCode.OK);
        (await test.ReadAsync())["failure"]!.Text("category").Should().Be("secret_unreadable");

        await host.UpdateAsync(id, new JsonObject { ["apiKey"] = "right-key" });
        await host.SeeStateAsync(id, "healthy");
    }

    [Fact]
    public async Task A_key_ring_that_is_put_back_ends_the_suspension_at_the_next_start()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        var (ring, aside) = (Path.Combine(host.DataDirectory, "keys"), Path.Combine(host.DataDirectory, "keys-aside"));
        await host.RestartAsync(meanwhile: () => Directory.Move(ring, aside));
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeStateAsync(id, "suspended");

        await host.RestartAsync(meanwhile: () =>
        {
            Directory.Delete(ring, recursive: true);
            Directory.Move(aside, ring);
        });
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        await host.SeeStateAsync(id, "healthy");
    }

    private static JsonObject Fast(string name, string host)
    {
        var draft = BoxHost.Draft(name, host);
        draft["pollIntervalSeconds"] = 10;
        return draft;
    }
}
