using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Testing;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>
/// Faults of a session or a login other than a wrong password. <see cref="VCenterFailuresTests"/> holds which answers are such faults.
/// </summary>
public sealed class SessionFaultTests : VCenterTests
{
    private const string AuthenticationRequired =
        """{"_typeName":"AuthenticationRequired","authenticate":[{"_typeName":"AuthenticationRequiredChallenge","scheme":"Bearer","error":"invalid_token"}]}""";

    [Fact]
    public async Task At_a_login_it_is_a_refusal_that_is_not_repeated()
    {
        On("POST session", Respond(500, AuthenticationRequired));

        (await FailureAsync()).Category.Should().Be(FailureCategory.AuthInvalid);

        (Gate.Logins, Gate.Refused).Should().Be((1, 1));
        CountOf("POST session").Should().Be(1);
    }

    [Fact]
    public async Task At_the_second_login_it_is_a_refusal_too()
    {
        VCenter.Faults.SeparateSessions = true;
        On("POST Login", Respond(500, AuthenticationRequired));

        (await FailureAsync()).Category.Should().Be(FailureCategory.AuthInvalid);

        (Gate.Logins, Gate.Refused).Should().Be((2, 1));
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task During_a_read_it_is_a_lost_session_that_is_renewed_silently()
    {
        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", Respond(500, AuthenticationRequired));

        (await PollAsync()).VmCount.Should().Be(4);

        (Gate.Logins, Gate.Refused).Should().Be((2, 0));
        VCenter.Sessions.OpenCount.Should().Be(1);
    }

    [Fact]
    public async Task A_session_that_is_lost_twice_in_one_poll_has_its_own_words()
    {
        await PollAsync();
        On("POST WaitForUpdatesEx", Respond(500, AuthenticationRequired));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Unavailable);
        failure.Sentence.Should().EndWith("took the login, but does not know the session that it gave.");
        (Gate.Logins, Gate.Refused).Should().Be((2, 0));
    }

    [Theory]
    [InlineData("POST session", "ReasonTerminating")]
    [InlineData("POST Login", "ReasonAlreadyClosed")]
    [InlineData("POST Login", "ReasonRegisterFailed")]
    public async Task An_invalid_login_with_a_reason_of_the_session_is_no_refused_password(string key, string reason)
    {
        VCenter.Faults.SeparateSessions = true;
        On(key, Respond(500, """
            {"_typeName":"InvalidLogin","faultMessage":[{"_typeName":"LocalizableMessage","key":"vim.fault.InvalidLoginWithReason",
            "arg":[{"_typeName":"KeyAnyValue","key":"reason","value":{"_typeName":"string","_value":"vim.fault.InvalidLogin.REASON"}}]}]}
            """.Replace("REASON", reason, StringComparison.Ordinal)));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Unavailable);
        failure.Detail.Should().Contain("vim.fault.InvalidLoginWithReason").And.Contain(reason);
        failure.Sentence.Should().EndWith("the password is not the reason.");
        Gate.Refused.Should().Be(0);
        CountOf(key).Should().Be(1);
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("POST Logout", false, 500, """{"_typeName":"NoPermission","privilegeId":"System.View"}""", "permission_denied")]
    [InlineData("DELETE session", true, 503, "", "unavailable")]
    public async Task A_refused_log_out_leaves_a_session_behind_and_says_so(string key, bool shared, int status, string body, string category)
    {
        using var meters = new MeterCapture(Meters, "Pulse.VCenter");
        VCenter.Faults.SeparateSessions = !shared;
        await PollAsync();
        On(key, Respond(status, body));

        await Session.DisposeAsync();

        VCenter.Sessions.OpenCount.Should().Be(1);
        meters.Of("pulse.vcenter.sessions").Sum(change => change.Value).Should().Be(1, "it is not known to have ended");
        meters.Of("pulse.vcenter.sessions_left").Sum(change => change.Value).Should().Be(1);
        Log.Lines.Should().ContainSingle().Which.Should().Contain("was left behind").And.Contain(category).And.NotContain("Exception");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_connection_that_is_lost_in_the_body_of_a_fault_is_unreachable(int status)
    {
        On("POST CreateContainerView", BreakOff(status, "{\"_typeName\":"));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Unreachable);
        failure.Sentence.Should().Contain("was lost before the answer was complete");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, FailureCategory.AuthInvalid)]
    [InlineData(HttpStatusCode.InternalServerError, FailureCategory.Unreachable)]
    public async Task A_refused_login_whose_body_is_cut_stays_a_refused_login(HttpStatusCode status, FailureCategory category)
    {
        On("POST session", BreakOff((int)status, "{\"_typeName\":"));

        (await FailureAsync()).Category.Should().Be(category);

        CountOf("POST session").Should().Be(1);
    }
}
