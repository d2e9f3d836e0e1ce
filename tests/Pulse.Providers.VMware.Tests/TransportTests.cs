using Microsoft.AspNetCore.Http;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class TransportTests : VCenterTests
{
    [Theory]
    [InlineData("GET vimServiceVersions.xml")]
    [InlineData("GET content")]
    [InlineData("GET currentSession")]
    [InlineData("POST WaitForUpdatesEx")]
    public async Task A_read_is_repeated_after_a_bad_moment_and_a_lost_connection(string key)
    {
        OnFirst(key, Respond(502), ResetConnection);

        (await PollAsync()).VmCount.Should().Be(4);

        CountOf(key).Should().Be(3);
        LastAttempt.Steps.Should().OnlyContain(step => step.Outcome == StepOutcome.Passed);
    }

    [Fact]
    public async Task A_read_is_repeated_twice_at_most()
    {
        On("POST WaitForUpdatesEx", Respond(503));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unavailable);

        CountOf("POST WaitForUpdatesEx").Should().Be(3);
    }

    [Theory]
    [InlineData("POST CreatePropertyCollector")]
    [InlineData("POST CreateContainerView")]
    [InlineData("POST CreateFilter")]
    public async Task What_works_only_once_is_not_repeated(string key)
    {
        On(key, Respond(503));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unavailable);

        CountOf(key).Should().Be(1);
    }

    [Theory]
    [InlineData(429, FailureCategory.RateLimited)]
    [InlineData(503, FailureCategory.Unavailable)]
    public async Task Who_says_when_to_come_again_is_not_asked_before(int status, FailureCategory category)
    {
        On("POST WaitForUpdatesEx", RespondRetryAfter(status, "30"));

        var failure = await FailureAsync();

        failure.Category.Should().Be(category);
        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(30));
        CountOf("POST WaitForUpdatesEx").Should().Be(1);
    }

    [Fact]
    public async Task A_date_to_come_again_is_turned_into_a_wait()
    {
        On("POST WaitForUpdatesEx", RespondRetryAfter(429, TimeProvider.System.GetUtcNow().AddMinutes(2).ToString("R")));

        (await FailureAsync()).RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("<html><title>Sign in</title>")]
    [InlineData("""{"_typeName":"UpdateSet","filterSet":[{"objectSet":[{"obj":{"type":"Virtual""")]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":[{"obj":{"type":"VirtualMachine"}}]}]}""")]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":[{"obj":{"type":"VirtualMachine","value":""}}]}]}""")]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":[{"obj":null}]}]}""")]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":[{"kind":"enter"}]}]}""")]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":7}]}""")]
    [InlineData("""{"version":"1","filterSet":{}}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"version":"1"} {}""")]
    public async Task An_answer_that_cannot_be_read_is_a_protocol_failure(string body)
    {
        On("POST WaitForUpdatesEx", Respond(200, body));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("PropertyCollector.WaitForUpdatesEx");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version":null}""")]
    [InlineData("""{"version":""}""")]
    public async Task Updates_without_a_version_are_a_protocol_failure(string body)
    {
        On("POST WaitForUpdatesEx", Respond(200, body));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_lost_connection()
    {
        On("POST WaitForUpdatesEx", BreakOff(200, "{\"filterSet\":["));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unreachable);
    }

    [Fact]
    public async Task An_answer_without_end_is_a_protocol_failure()
    {
        On("POST WaitForUpdatesEx", EndlessAnswer);

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
    }

    [Theory]
    [InlineData("""{"version":"1","filterSet":[{"objectSet":[{"kind":" """)]
    [InlineData("""{"new":" """)]
    [InlineData("""{"version":" """)]
    public async Task A_value_without_end_is_not_waited_for(string start)
    {
        const int most = 16 * 1024 * 1024;
        On("POST WaitForUpdatesEx", With(async (http, _) =>
        {
            await http.Response.WriteAsync(start);
            for (var sent = 0; sent < most && !http.RequestAborted.IsCancellationRequested; sent += 4096)
            {
                await http.Response.WriteAsync(new string('x', 4096)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // A client that does not give up by now waits here forever. The test cannot count bytes instead: bytes that are
            // written to a closed connection disappear at once.
            await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }));

        (await FailureAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System)).Category.Should().Be(FailureCategory.Protocol);
    }

    [Theory]
    [InlineData(200, FailureCategory.Protocol, 1)]
    [InlineData(401, FailureCategory.Unavailable, 2)]
    [InlineData(403, FailureCategory.PermissionDenied, 1)]
    public async Task The_page_of_a_proxy_is_told_by_its_status_and_is_no_refusal(int status, FailureCategory category, int logins)
    {
        On("POST WaitForUpdatesEx", Respond(status, "text/html", "<html><h1>NotAuthenticated</h1>"));

        (await FailureAsync()).Category.Should().Be(category);

        (Gate.Logins, Gate.Refused).Should().Be((logins, 0));
    }

    [Fact]
    public async Task A_vcenter_that_is_away_at_a_poll_keeps_its_session_for_the_next_one()
    {
        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", ResetConnection, ResetConnection, ResetConnection);

        (await FailureAsync()).Category.Should().Be(FailureCategory.Unreachable);
        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public void Nothing_that_holds_a_secret_prints_it()
    {
        var request = new VCenterRequest("session_create", HttpMethod.Post, "/api/session")
        {
            Authorization = new("Basic", "S3cret"),
            SessionId = "S3cret",
            Body = "S3cret"u8.ToArray(),
        };

        request.ToString().Should().Be("session_create");
        new LoginParameters("svc-pulse", "S3cret").ToString().Should().NotContain("S3cret");
    }

    private static FaultAction RespondRetryAfter(int status, string when) => With((http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = when;
        return Task.CompletedTask;
    });
}
