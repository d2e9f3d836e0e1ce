using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class ConnectionTestTests
{
    [Fact]
    public async Task A_draft_is_tested_without_a_name_and_leaves_nothing_behind()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft.Remove("name");

        using var response = await host.PostAsync("/test", draft);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var report = await response.ReadAsync();
        report["success"]!.GetValue<bool>().Should().BeTrue();
        report["steps"]!.AsArray().Select(step => step!.Text("name")).Should().Equal("connect", "login", "count");
        report["observed"]!["topology"]!.Number("shelves").Should().Be(3);
        host.Boxes.OpenSessions.Should().Be(0);
        (await host.ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_mask_is_no_secret_for_a_draft()
    {
        await using var host = BoxHost.Start();

        using var response = await host.PostAsync("/test", BoxHost.Draft(apiKey: "********"));

        (await response.ProblemAsync(400))["errors"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be("apiKey");
    }

    [Fact]
    public async Task After_a_failed_step_the_others_are_skipped_and_the_answer_is_still_200()
    {
        await using var host = BoxHost.Start();

        using var response = await host.PostAsync("/test", BoxHost.Draft(apiKey: "wrong"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var report = await response.ReadAsync();
        report["success"]!.GetValue<bool>().Should().BeFalse();
        report["steps"]!.AsArray().Select(step => step!.Text("outcome")).Should().Equal("passed", "failed", "skipped");
        var failure = report["failure"]!;
        (failure.Text("category"), failure.Text("step"), failure.Text("detail")).Should().Be(("auth_invalid", "login", "wrong_key"));
        failure.Text("message").Should().Contain("box.example:8443");
        failure.Text("remedy").Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_saved_test_is_an_attempt_whose_outcome_the_next_list_shows()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        host.Boxes.At("box.example").BeforeRead = _ => throw new PlatformFailureException(FailureCategory.Unavailable, "starting");

        using var response = await host.PostAsync($"/{id}/test", null);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var poll = (await host.GetAsync(id))["poll"]!;
        poll.Text("state").Should().Be("failing");
        poll["recent"]!.AsArray().Should().HaveCount(2);
        poll["lastError"]!.Text("detail").Should().Be("starting");
    }

    [Fact]
    public async Task A_saved_test_moves_the_next_poll_so_that_both_do_not_follow_on_each_other()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        host.Clock.Advance(TimeSpan.FromSeconds(50));
        using var response = await host.PostAsync($"/{id}/test", null);
        var tested = host.Boxes.At("box.example").Reads;
        var due = host.Clock.GetUtcNow().AddSeconds(60);

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        (await host.GetAsync(id))["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>().Should().Be(due);
        host.Boxes.At("box.example").Reads.Should().Be(tested, "the test counts as the poll that was planned before");

        host.Clock.Advance(TimeSpan.FromSeconds(50));
        await Eventually.UntilAsync(() => host.Boxes.At("box.example").Reads == tested + 1);
    }

    [Theory]
    [InlineData("""{"apiKey":"wrong"}""", "auth_invalid")]
    [InlineData("""{"host":"elsewhere.example"}""", null)]
    public async Task A_test_with_an_overlay_uses_it_and_writes_nothing(string overlay, string? category)
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        var before = await host.SeeStateAsync(id, "healthy");

        using var response = await host.PostAsync($"/{id}/test", JsonNode.Parse(overlay));

        var report = await response.ReadAsync();
        report["failure"]?.Text("category").Should().Be(category);
        report["success"]!.GetValue<bool>().Should().Be(category is null);
        (await host.GetAsync(id)).ToJsonString().Should().Be(before.ToJsonString());
        host.Boxes.OpenSessions.Should().Be(1, "the poller keeps its own");
    }

    [Fact]
    public async Task A_listed_connection_sent_as_overlay_tests_with_the_stored_secret()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        using var response = await host.PostAsync($"/{id}/test", await host.SeeStateAsync(id, "healthy"));

        (await response.ReadAsync())["success"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task A_second_test_of_the_same_connection_is_told_to_wait()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft["enabled"] = false;
        var id = (await host.CreateAsync(draft)).Text("id")!;
        var box = host.Boxes.At("box.example");
        var release = new TaskCompletionSource();
        box.BeforeRead = _ => release.Task;
        var first = host.PostAsync($"/{id}/test", null);
        await Eventually.UntilAsync(() => box.Reads == 1);

        var second = host.PostAsync($"/{id}/test", null);
        await Eventually.UntilAsync(() => second.IsCompleted || box.Reads == 2);
        release.SetResult();

        using var refused = await second;
        (await refused.ProblemAsync(409)).Text("code").Should().Be("test_in_progress");
        using var ended = await first;
        ended.StatusCode.Should().Be(HttpStatusCode.OK);
        using var third = await host.PostAsync($"/{id}/test", null);
        third.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_test_ends_at_its_time_limit_and_logs_out()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        box.BeforeRead = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var test = host.PostAsync("/test", BoxHost.Draft());
        await Eventually.UntilAsync(() => box.Reads == 1);

        host.Clock.Advance(TimeSpan.FromSeconds(45));

        using var response = await test;
        var failure = (await response.ReadAsync())["failure"]!;
        (failure.Text("category"), failure.Text("step")).Should().Be(("timeout", "count"));
        box.OpenSessions.Should().Be(0);
    }

    [Fact]
    public async Task A_caller_who_goes_away_ends_the_test_and_its_session()
    {
        await using var host = BoxHost.Start();
        var box = host.Boxes.At("box.example");
        var cancelled = new TaskCompletionSource();
        box.BeforeRead = async cancellationToken =>
        {
            await using var registration = cancellationToken.Register(cancelled.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        };
        using var caller = new CancellationTokenSource();
        var test = host.Client.PostAsync(new Uri("api/box/connections/test", UriKind.Relative), JsonContent.Create(BoxHost.Draft()), caller.Token);
        await Eventually.UntilAsync(() => box.Reads == 1);

        await caller.CancelAsync();

        await cancelled.Task;
        await test.Invoking(async pending => await pending).Should().ThrowAsync<OperationCanceledException>();
        await Eventually.UntilAsync(() => box.OpenSessions == 0);
    }

    [Fact]
    public async Task Ten_tests_leave_no_session_open()
    {
        await using var host = BoxHost.Start();
        for (var i = 0; i < 10; i++)
        {
            using var response = await host.PostAsync("/test", BoxHost.Draft());
        }

        host.Boxes.OpenSessions.Should().Be(0);
        host.Boxes.At("box.example").Reads.Should().Be(10);
    }

    [Fact]
    public async Task A_test_of_a_paused_connection_leaves_it_paused()
    {
        await using var host = BoxHost.Start();
        var draft = BoxHost.Draft();
        draft["enabled"] = false;
        var id = (await host.CreateAsync(draft)).Text("id")!;

        using var response = await host.PostAsync($"/{id}/test", null);

        var poll = (await host.GetAsync(id))["poll"]!;
        (poll.Text("state"), poll["nextAttemptAt"]).Should().Be(("paused", null));
        poll["lastSuccessAt"].Should().NotBeNull();
    }
}
