using System.Net;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class RefusalTests : SimulatorTest
{
    [Fact]
    public async Task A_refused_login_waits_up_to_two_seconds()
    {
        var simulator = Start();
        simulator.Faults.RefusalDelay = DelayRange.Seconds(1, 2);
        simulator.Faults.IdleLimit = Timeout.InfiniteTimeSpan;
        var client = await ConnectAsync(simulator);
        var answer = client.LoginAsync("pulse", "1-wrong");
        await Clock.WhenArmedAsync();
        Clock.Advance(TimeSpan.FromMilliseconds(999));
        simulator.Counters.BytesSent.Should().Be(0);
        Clock.Advance(TimeSpan.FromMilliseconds(1001));
        (await answer).Should().Be("AUTH_ERR");
    }

    [Fact]
    public async Task A_full_table_of_callers_refuses_everyone_without_a_session()
    {
        var simulator = Start();
        var client = await LoggedInAsync(simulator);
        simulator.RateLimits.Fill();
        simulator.Faults.RateLimitDelay = DelayRange.None;
        (await (await ConnectAsync(simulator)).ErrorAsync("core.ping")).Should().Be("-32001 EBUSY");
        ((string?)await client.ResultAsync("core.ping")).Should().Be("pong");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_has_the_stack_of_the_server(bool sendsTraces)
    {
        var simulator = Start();
        simulator.Faults.SendsTraces = sendsTraces;
        var error = (await (await ConnectAsync(simulator)).CallAsync("auth.me"))["error"]!;
        ((string?)error["data"]!["reason"]).Should().Be("[ENOTAUTHENTICATED] Not authenticated");
        error.ToJsonString().Contains("main.py", StringComparison.Ordinal).Should().Be(sendsTraces);
    }

    [Theory]
    [InlineData("EXPIRED")]
    [InlineData("OTP_REQUIRED")]
    [InlineData("SOMETHING_NEW")]
    public async Task A_login_can_have_any_answer(string responseType)
    {
        var simulator = Start();
        simulator.Faults.LoginResponse = responseType;
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", "1-x")).Should().Be(responseType);
    }

    [Fact]
    public async Task A_proxy_that_speaks_plain_HTTP_to_the_system_revokes_the_key()
    {
        var simulator = Start();
        simulator.Faults.IsBehindPlainProxy = true;
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("EXPIRED");
        simulator.Keys.First.IsRevoked.Should().BeTrue();
    }

    [Theory]
    [InlineData("25.04", HttpStatusCode.Unauthorized)]
    [InlineData("26", HttpStatusCode.NotFound)]
    public async Task REST_is_gone_in_26_and_its_use_is_counted(string profile, HttpStatusCode status)
    {
        var simulator = Start(Small with { Profile = TrueNasProfile.Named(profile) });
        using var http = new HttpClient(simulator.CreateHandler());
        (await http.GetAsync("https://nas.test/api/v2.0/system/info")).StatusCode.Should().Be(status);
        simulator.Counters.RestRequests.Should().Be(1);
    }

    [Fact]
    public async Task A_session_that_ended_on_an_open_socket_is_not_authenticated()
    {
        var simulator = Start();
        var client = await LoggedInAsync(simulator);
        simulator.EndSessions();
        (await client.ErrorAsync("auth.me")).Should().Be("-32001 ENOTAUTHENTICATED");
    }

    [Fact]
    public async Task Keys_tell_their_expiry_and_their_revocation()
    {
        var simulator = Start(Small with { ApiKeyExpiresAt = Clock.GetUtcNow().AddDays(9) });
        var client = await LoggedInAsync(simulator);
        simulator.Keys.Revoke(simulator.Keys.Add(), "Leaked");
        var keys = await client.ResultAsync("api_key.my_keys");
        ((long)keys[0]!["expires_at"]!["$date"]!).Should().Be(Clock.GetUtcNow().AddDays(9).ToUnixTimeMilliseconds());
        ((string?)keys[1]!["revoked_reason"]).Should().Be("Leaked");
    }
}
