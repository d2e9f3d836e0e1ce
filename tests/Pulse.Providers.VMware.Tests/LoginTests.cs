using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class LoginTests : VCenterTests
{
    [Fact]
    public async Task A_refused_password_ends_the_read_after_one_login()
    {
        On("POST session", Recorded.Answer("04"));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.AuthInvalid);
        failure.Detail.Should().Be("HTTP 401, UNAUTHENTICATED: com.vmware.vapi.endpoint.method.authentication.required");
        (Gate.Logins, Gate.Refused).Should().Be((1, 1));
        CountOf("POST session").Should().Be(1);
        CountOf("POST Login").Should().Be(0);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_login_is_never_repeated(HttpStatusCode status)
    {
        On("POST session", Respond((int)status));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unavailable);

        CountOf("POST session").Should().Be(1);
    }

    [Fact]
    public async Task A_login_whose_connection_is_lost_is_never_repeated()
    {
        On("POST session", ResetConnection);

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unreachable);

        CountOf("POST session").Should().Be(1);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("\"cut off")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"\\u00fc\"")]
    [InlineData("\"with a space\"")]
    [InlineData("\"\\ud800\"")]
    public async Task A_login_without_a_token_is_a_protocol_failure(string body)
    {
        On("POST session", Respond(201, body));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
    }

    [Fact]
    public async Task A_second_login_without_the_header_is_a_protocol_failure_and_the_first_is_ended()
    {
        VCenter.Faults.SeparateSessions = true;
        On("POST Login", Recorded.Answer("20"));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);

        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("""{"_typeName":"InvalidLogin"}""", FailureCategory.AuthInvalid)]
    [InlineData("""{"_typeName":"NoPermission"}""", FailureCategory.PermissionDenied)]
    public async Task When_the_second_login_is_refused_the_first_session_is_ended(string fault, FailureCategory category)
    {
        VCenter.Faults.SeparateSessions = true;
        On("POST Login", Respond(500, fault));

        (await FailureAsync()).Category.Should().Be(category);

        VCenter.Sessions.OpenCount.Should().Be(0);
        CountOf("DELETE session").Should().Be(1);
        CountOf("POST Login").Should().Be(1);
    }

    [Fact]
    public async Task After_a_failed_sign_in_the_next_read_starts_from_the_version()
    {
        OnFirst("POST session", Respond(503));
        await FailureAsync();

        (await PollAsync()).VmCount.Should().Be(4);

        CountOf("GET vimServiceVersions.xml").Should().Be(2);
        LastAttempt.Steps.Should().HaveCount(8);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_login_that_is_cancelled_on_its_way_is_awaited_and_logged_out()
    {
        using var cancellation = new CancellationTokenSource();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var created = new TaskCompletionSource();
        On("POST session", With(async (_, next) =>
        {
            entered.SetResult();
            await release.Task;
            await next();
            created.SetResult();
        }));

        var read = PollAsync(cancellation.Token);
        await entered.Task;
        await cancellation.CancelAsync();
        read.IsCompleted.Should().BeFalse();
        release.SetResult();

        await read.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await created.Task;
        VCenter.Sessions.OpenCount.Should().Be(0);
        CountOf("DELETE session").Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_is_counted_even_when_the_attempt_was_cancelled_meanwhile()
    {
        using var cancellation = new CancellationTokenSource();
        VCenter.Faults.Password = "another";
        On("POST session", With(async (_, next) =>
        {
            await cancellation.CancelAsync();
            await next();
        }));

        await this.Awaiting(test => test.PollAsync(cancellation.Token)).Should().ThrowAsync<Exception>();

        Gate.Refused.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_login_that_is_never_answered_ends_by_its_own_limit()
    {
        On("POST session", Silence);
        On("GET content", With((_, next) =>
        {
            Clock.EndsWaitsUpTo = TimeSpan.MaxValue;
            return next();
        }));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Timeout);
    }
}
