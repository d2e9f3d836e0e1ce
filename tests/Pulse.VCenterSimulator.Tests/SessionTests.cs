using System.Net;

namespace Pulse.Simulation.Tests;

public sealed class SessionTests : SimulatorTest
{
    private const string CurrentSession = "currentSession";

    [Fact]
    public async Task A_session_is_created_with_201_and_a_quoted_token()
    {
        var (_, client) = await StartAsync();
        var reply = await client.CreateSessionAsync();
        reply.Status.Should().Be(HttpStatusCode.Created);
        reply.Text.Should().Be($"\"{reply.Token}\"");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_401_an_error_type_and_a_challenge()
    {
        var (simulator, client) = await StartAsync();
        var reply = await client.CreateSessionAsync("wrong");
        reply.Status.Should().Be(HttpStatusCode.Unauthorized);
        reply.ErrorType.Should().Be("UNAUTHENTICATED");
        ((string?)reply.Json["challenge"]).Should().StartWith("Basic");
        simulator.Logins.Refused.Should().ContainSingle().Which.Time.Should().Be(Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_deleted_session_is_rejected_from_then_on()
    {
        var (simulator, client) = await StartAsync();
        client.Token = (await client.CreateSessionAsync()).Token;
        (await client.DeleteAsync("/api/session")).Status.Should().Be(HttpStatusCode.NoContent);
        var reply = await client.GetAsync("/api/vcenter/host");
        reply.Status.Should().Be(HttpStatusCode.Unauthorized);
        reply.ErrorType.Should().Be("UNAUTHENTICATED");
        simulator.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task A_wrong_password_in_VI_JSON_is_an_InvalidLogin_fault()
    {
        var (_, client) = await StartAsync();
        var reply = await client.LoginAsync("wrong");
        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.TypeName.Should().Be("InvalidLogin");
    }

    [Fact]
    public async Task A_user_without_any_permission_gets_NoPermission_at_login_and_no_session()
    {
        var (simulator, client) = await StartAsync();
        simulator.Faults.LoginWithoutPermission = true;
        (await client.LoginAsync()).TypeName.Should().Be("NoPermission");
        simulator.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("8.0u1", false)]
    [InlineData("8.0u2", false)]
    [InlineData("8.0u3", true)]
    [InlineData("9.0", true)]
    [InlineData("9.1", true)]
    public async Task One_session_serves_both_families_from_8_0_U3_on(string profile, bool unified)
    {
        var (_, client) = await StartAsync(Small with { Profile = VCenterProfile.Named(profile) });
        var rest = (await client.CreateSessionAsync()).Token;
        var vim = (await client.LoginAsync()).Token;

        client.Token = rest;
        (await client.ReadAsync("SessionManager", "SessionManager", CurrentSession)).Text.Should().Match(text => (text.Length > 0) == unified);
        client.Token = vim;
        (await client.GetAsync("/api/session")).Status.Should().Be(unified ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Logging_out_on_one_side_ends_a_unified_session_on_the_other()
    {
        var (_, client) = await LoggedInAsync();
        (await client.GetAsync("/api/session")).Status.Should().Be(HttpStatusCode.OK);
        (await client.CallAsync("SessionManager", "SessionManager", "Logout")).Status.Should().Be(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/session")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_expires_after_half_an_hour_without_a_call()
    {
        var (simulator, client) = await LoggedInAsync();
        Clock.Advance(TimeSpan.FromMinutes(29));
        (await client.ReadAsync("Folder", "group-d1", "name")).Status.Should().Be(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(29));
        (await client.ReadAsync("Folder", "group-d1", "name")).Status.Should().Be(HttpStatusCode.OK, "every call counts as activity");
        Clock.Advance(TimeSpan.FromMinutes(30));
        (await client.ReadAsync("Folder", "group-d1", "name")).TypeName.Should().Be("NotAuthenticated");
        simulator.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task Logins_over_the_session_limit_are_answered_503()
    {
        var (simulator, client) = await StartAsync();
        simulator.Faults.SessionLimit = 1;
        await client.CreateSessionAsync();
        (await client.CreateSessionAsync()).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.LoginAsync()).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Five_refusals_within_180_seconds_lock_the_user_out_for_300_seconds()
    {
        var (simulator, client) = await StartAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await client.CreateSessionAsync()).Status.Should().Be(HttpStatusCode.Created);
            await client.CreateSessionAsync("wrong");
            Clock.Advance(TimeSpan.FromSeconds(35));
        }

        simulator.Logins.IsLocked("PULSE@vsphere.local").Should().BeTrue();
        (await client.CreateSessionAsync()).Status.Should().Be(HttpStatusCode.Unauthorized, "the right password is refused, too");
        (await client.LoginAsync()).TypeName.Should().Be("InvalidLogin");
        Clock.Advance(TimeSpan.FromSeconds(265));
        (await client.CreateSessionAsync()).Status.Should().Be(HttpStatusCode.Created);
        simulator.Logins.MaximumRefusedWithinWindow("VSPHERE.LOCAL\\pulse").Should().Be(7, "two more were refused during the lock");
    }

    [Fact]
    public async Task Refusals_that_are_further_apart_do_not_lock()
    {
        var (simulator, client) = await StartAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await client.CreateSessionAsync("wrong");
            Clock.Advance(TimeSpan.FromSeconds(45));
        }

        simulator.Logins.IsLocked(simulator.Options.UserName).Should().BeFalse();
        simulator.Logins.MaximumRefusedWithinWindow(simulator.Options.UserName).Should().Be(4);
    }

    [Fact]
    public async Task Sessions_can_be_dropped()
    {
        var (simulator, client) = await LoggedInAsync();
        await client.LoginAsync();
        simulator.Sessions.DropRandom(new Random(1));
        simulator.Sessions.OpenCount.Should().Be(1);
        simulator.Sessions.List().Single().UserAgent.Should().Be("Pulse/test");
        simulator.Sessions.DropAll();
        simulator.Sessions.OpenCount.Should().Be(0);
    }
}
