namespace Pulse.Simulation.TrueNas.Tests;

public sealed class LoginTests : SimulatorTest
{
    [Fact]
    public async Task A_right_key_opens_a_session_that_ends_with_the_socket()
    {
        var simulator = Start();
        var client = await LoggedInAsync(simulator);
        simulator.Counters.OpenSessions.Should().Be(1);
        client.Dispose();
        await simulator.WhenOpenSocketsAsync(0);
        simulator.Counters.OpenSessions.Should().Be(0);
    }

    [Theory]
    [InlineData("other", null)]
    [InlineData("pulse", "1-wrong")]
    public async Task A_wrong_user_and_a_wrong_key_are_not_told_apart(string user, string? key)
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        (await client.LoginAsync(user, key ?? simulator.Keys.First.Text)).Should().Be("AUTH_ERR");
        simulator.Counters.LoginsRefused.Should().Be(1);
    }

    [Fact]
    public async Task A_key_that_arrives_in_clear_text_is_revoked_for_good()
    {
        var simulator = Start();
        var key = simulator.Keys.First;
        (await (await ConnectAsync(simulator, "ws://nas.test/api/current")).LoginAsync("pulse", key.Text)).Should().Be("EXPIRED");
        simulator.Counters.KeysRevoked.Should().Be(1);
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", key.Text)).Should().Be("AUTH_ERR", "TLS does not help any more");
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", simulator.Keys.Reset(key).Text)).Should().Be("SUCCESS");
    }

    [Fact]
    public async Task A_key_expires_at_its_moment()
    {
        var simulator = Start(Small with { ApiKeyExpiresAt = Clock.GetUtcNow().AddDays(1) });
        await LoggedInAsync(simulator);
        Clock.Advance(TimeSpan.FromDays(1));
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("EXPIRED");
    }

    [Fact]
    public async Task The_user_name_is_required()
    {
        var client = await ConnectAsync(Start());
        (await client.ErrorAsync("auth.login_ex", new { mechanism = "API_KEY_PLAIN", api_key = "1-x" })).Should().Be("-32602 EINVAL");
    }

    [Theory]
    [InlineData("25.10", "AUTH_ERR")]
    [InlineData("26", "DENIED")]
    public async Task A_user_without_API_access_is_denied_since_26(string profile, string answer)
    {
        var simulator = Start(Small with { Profile = TrueNasProfile.Named(profile) });
        simulator.Faults.HasApiAccess = false;
        (await (await ConnectAsync(simulator)).LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be(answer);
    }

    [Fact]
    public async Task A_standby_node_redirects_and_STIG_mode_forbids_keys()
    {
        var simulator = Start();
        simulator.Faults.IsStandby = true;
        var client = await ConnectAsync(simulator);
        (await client.LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("REDIRECT");
        simulator.Faults.IsStandby = false;
        simulator.Faults.Level = AssuranceLevel.Level2;
        (await client.ErrorAsync("auth.login_ex", new { mechanism = "API_KEY_PLAIN", username = "pulse", api_key = simulator.Keys.First.Text }))
            .Should().Be("-32001 EOPNOTSUPP");
    }

    [Fact]
    public async Task The_21st_login_within_a_minute_is_refused_after_a_wait()
    {
        var simulator = Start();
        var client = await ConnectAsync(simulator);
        for (var call = 0; call < RateLimits.MaximumCalls; call++)
        {
            (await client.LoginAsync("pulse", "1-wrong")).Should().Be("AUTH_ERR");
        }

        simulator.Faults.RateLimitDelay = DelayRange.None;
        (await client.ErrorAsync("auth.login_ex", new { })).Should().Be("-32001 EBUSY");
        Clock.Advance(RateLimits.Window);
        (await client.LoginAsync("pulse", simulator.Keys.First.Text)).Should().Be("SUCCESS");
    }
}
