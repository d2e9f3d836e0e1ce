using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests;

/// <summary>The sessions of Pulse on a vCenter: when they begin and when they end. After each test of this project all sessions must be ended.</summary>
public sealed class SessionTests : VCenterTest
{
    [Theory]
    [InlineData("healthy-shared", "DELETE session")]
    [InlineData("healthy-separate", "DELETE session", "POST Logout")]
    public async Task A_test_ends_its_sessions_before_it_answers(string scenario, params string[] logouts)
    {
        VCenter.Play(scenario);

        await Pulse.TestAsync(Draft());

        await VCenter.SessionsEndedAsync();
        (await LogoutsAsync()).Should().BeEquivalentTo(logouts);
    }

    [Theory]
    [InlineData("healthy-shared", "no-permission", 1)]
    [InlineData("healthy-shared", "truncated-json", 1)]
    [InlineData("healthy-shared", "unknown-fault", 1)]
    [InlineData("healthy-separate", "no-permission", 2)]
    [InlineData("healthy-separate", "vi-login-refused", 1)]
    [InlineData("healthy-separate", "no-permission-at-login", 1)]
    public async Task A_test_that_fails_after_a_login_ends_its_sessions_too(string scenario, string failure, int sessions)
    {
        VCenter.Play(scenario, failure);

        (await Pulse.TestAsync(Draft())).Flag("success").Should().BeFalse();

        await VCenter.SessionsEndedAsync();
        (await LogoutsAsync()).Should().HaveCount(sessions);
    }

    [Fact]
    public async Task A_test_that_runs_into_its_limit_ends_its_session_too()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock, "Tests:TimeoutSeconds=1");
        VCenter.Answer("POST", ".*/WaitForUpdatesEx", Response.Create().Over(TimeSpan.FromHours(1)));

        var test = Pulse.TestAsync(Draft());
        await VCenter.WasAskedAsync("POST WaitForUpdatesEx");
        clock.Advance(TimeSpan.FromSeconds(1));

        (await test)["failure"]!.Text("category").Should().Be("timeout");

        await VCenter.SessionsEndedAsync();
    }

    [Fact]
    public async Task A_session_that_cannot_be_ended_harms_no_test_and_is_said_in_the_log()
    {
        VCenter.Add("logout-unavailable");

        (await Pulse.TestAsync(Draft())).Flag("success").Should().BeTrue();

        VCenter.Count("DELETE session").Should().Be(1);
        Pulse.Logs.Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal)
            && line.Contains($"A session on {VCenter.Endpoint} was left behind: the log-out failed (unavailable;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("healthy-shared")]
    [InlineData("healthy-separate")]
    public async Task The_polls_of_a_connection_share_its_sessions(string scenario)
    {
        VCenter.Play(scenario);
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock);
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        var logins = VCenter.Logins();

        for (var polls = 2; polls <= 4; polls++)
        {
            clock.Advance(TimeSpan.FromSeconds(60));
            await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == polls);
        }

        (await Pulse.GetAsync(id)).Poll().Text("state").Should().Be("healthy");
        VCenter.Logins().Should().Be(logins);
        (await LogoutsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("null-as-204")]
    [InlineData("null-as-empty-200")]
    [InlineData("null-as-literal")]
    public async Task An_unchanged_vCenter_is_one_request_with_an_answer_that_says_nothing(string form)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock);
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        var first = VCenter.Exchanges().Count;
        VCenter.Add(form);

        clock.Advance(TimeSpan.FromSeconds(60));
        var connection = await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);

        connection.Poll().Text("state").Should().Be("healthy");
        connection["observed"]!.Number("vmCount").Should().Be(4);
        VCenter.Exchanges().Skip(first).Select(exchange => exchange.Name).Should().Equal("POST WaitForUpdatesEx");
    }

    [Fact]
    public async Task What_was_followed_for_half_an_hour_is_compared_with_a_fresh_read()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock);
        var draft = Draft();
        draft["pollIntervalSeconds"] = 31 * 60;
        var id = (await Pulse.CreatePolledAsync(draft)).Id();

        clock.Advance(TimeSpan.FromMinutes(31));
        var connection = await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);

        connection.Poll().Text("state").Should().Be("healthy");
        connection["observed"]!.Number("vmCount").Should().Be(4);
        VCenter.Count("POST RetrievePropertiesEx").Should().Be(1);
        VCenter.Count("POST ContinueRetrievePropertiesEx").Should().Be(2);
        Pulse.Logs.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_expired_is_renewed_once_and_the_poll_is_well()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock);
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        VCenter.Add("session-expired-once");

        clock.Advance(TimeSpan.FromSeconds(60));
        var connection = await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);

        connection.Poll().Text("state").Should().Be("healthy");
        connection["observed"]!.Number("vmCount").Should().Be(4);
        VCenter.Logins().Should().Be(2);
    }

    [Theory]
    [InlineData("edit", "healthy-shared")]
    [InlineData("pause", "healthy-shared")]
    [InlineData("delete", "healthy-shared")]
    [InlineData("stop", "healthy-shared")]
    [InlineData("edit", "healthy-separate")]
    [InlineData("pause", "healthy-separate")]
    [InlineData("delete", "healthy-separate")]
    [InlineData("stop", "healthy-separate")]
    public async Task The_sessions_of_a_connection_end_with_its(string end, string scenario)
    {
        VCenter.Play(scenario);
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        var held = VCenter.OpenSessions();
        held.Should().NotBeEmpty("the session is kept for the next poll");

        await (end switch
        {
            "edit" => Pulse.UpdateAsync(id, new JsonObject { ["pollIntervalSeconds"] = 600 }),
            "pause" => Pulse.UpdateAsync(id, new JsonObject { ["enabled"] = false }),
            "delete" => Pulse.DeleteAsync(id),
            _ => Pulse.StopAsync(),
        });

        await VCenter.SessionsEndedAsync(held);
        if (end == "edit")
        {
            await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
        }
    }

    [Fact]
    public async Task A_poll_under_way_does_not_outlive_its_connection()
    {
        var id = (await Pulse.CreateAsync(Draft())).Id();
        VCenter.Answer("POST", ".*/WaitForUpdatesEx", Response.Create().Over(TimeSpan.FromHours(1)));
        await Pulse.UpdateAsync(id, new JsonObject { ["name"] = "Slow vCenter" });
        await VCenter.WasAskedAsync("POST WaitForUpdatesEx");

        await Pulse.DeleteAsync(id);

        await VCenter.SessionsEndedAsync();
    }

    private async Task<IEnumerable<string>> LogoutsAsync() =>
        VCenter.Exchanges().Where(exchange => exchange is { IsLogout: true, Status: 204 }).Select(exchange => exchange.Name);
}
