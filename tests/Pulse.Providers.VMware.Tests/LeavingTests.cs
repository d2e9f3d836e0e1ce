using Microsoft.AspNetCore.Http;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class LeavingTests : VCenterTests
{
    [Theory]
    [InlineData("GET currentSession")]
    [InlineData("POST CreatePropertyCollector")]
    [InlineData("POST CreateContainerView")]
    [InlineData("POST CreateFilter")]
    [InlineData("POST WaitForUpdatesEx")]
    public async Task After_a_failure_anywhere_no_session_is_left(string key)
    {
        On(key, Respond(200, "<html>"));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);

        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("GET vimServiceVersions.xml")]
    [InlineData("GET content")]
    [InlineData("GET currentSession")]
    [InlineData("GET version")]
    [InlineData("POST CreatePropertyCollector")]
    [InlineData("POST CreateContainerView")]
    [InlineData("POST CreateFilter")]
    [InlineData("POST WaitForUpdatesEx")]
    public async Task After_a_cancellation_anywhere_dispose_leaves_no_session(string key)
    {
        using var cancellation = new CancellationTokenSource();
        VCenter.Faults.SeparateSessions = true;
        On(key, With((http, _) => CancelAndHangAsync(http, cancellation)));

        await this.Awaiting(test => test.PollAsync(cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();
        await Session.DisposeAsync();

        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("POST CreateContainerView", 2)]
    [InlineData("POST CreateFilter", 1)]
    [InlineData("POST WaitForUpdatesEx", 1)]
    public async Task A_read_that_was_cut_short_keeps_its_session_and_what_it_made_for_the_next_one(string key, int views)
    {
        using var cancellation = new CancellationTokenSource();
        OnFirst(key, With((http, _) => CancelAndHangAsync(http, cancellation)));
        await this.Awaiting(test => test.PollAsync(cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(1);
        CountOf("POST CreatePropertyCollector").Should().Be(1);
        CountOf("POST CreateContainerView").Should().Be(views);
    }

    [Fact]
    public async Task A_logout_that_fails_is_no_failure_and_the_other_family_is_logged_out_all_the_same()
    {
        VCenter.Faults.SeparateSessions = true;
        await PollAsync();
        On("POST Logout", ResetConnection);

        await Session.DisposeAsync();

        CountOf("DELETE session").Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_logout_that_is_never_answered_ends_by_its_own_limit()
    {
        await PollAsync();
        using var never = new CancellationTokenSource();
        On("DELETE session", With((http, _) => CancelAndHangAsync(http, never)));
        Clock.EndsWaitsUpTo = TimeSpan.MaxValue;

        await Session.DisposeAsync();
    }

    [Fact]
    public async Task Leaving_twice_logs_out_once()
    {
        await PollAsync();

        await Session.DisposeAsync();
        await Session.DisposeAsync();

        CountOf("DELETE session").Should().Be(1);
    }

    [Fact]
    public async Task Leaving_before_anything_was_done_sends_nothing()
    {
        await Session.DisposeAsync();

        Requests.Should().BeEmpty();
    }

    private static async Task CancelAndHangAsync(HttpContext http, CancellationTokenSource cancellation)
    {
        await cancellation.CancelAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
