using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Recordings;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class ExpiryTests : VCenterTests
{
    private static readonly string NotAuthenticated = UpdateSets.Of(
        UpdateSets.Object("VirtualMachine", "vm-43", missing: UpdateSets.NotAuthenticated),
        UpdateSets.Object("VirtualMachine", "vm-46", missing: UpdateSets.NotAuthenticated));

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 4)]
    public async Task An_expired_session_is_renewed_silently_within_the_same_read(bool shared, int logins)
    {
        VCenter.Faults.SeparateSessions = !shared;
        await PollAsync();
        VCenter.Sessions.DropAll();

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(logins);
        LastAttempt.Steps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "inventory", Outcome = StepOutcome.Passed });
        VCenter.Sessions.OpenCount.Should().Be(shared ? 1 : 2);
    }

    [Fact]
    public async Task A_401_of_a_proxy_before_vi_json_counts_as_expired()
    {
        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", Respond(401, "text/html", "<html>"));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Fact]
    public async Task A_200_full_of_not_authenticated_counts_as_expired_and_the_old_session_is_ended()
    {
        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", Respond(200, NotAuthenticated));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
        VCenter.Sessions.OpenCount.Should().Be(1);
    }

    [Fact]
    public async Task Objects_that_stay_gone_count_as_expired()
    {
        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", Recorded.Answer("41"));
        OnFirst("POST CreateContainerView", Recorded.Answer("41"));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Fact]
    public async Task A_suddenly_empty_inventory_counts_as_expired_once_and_is_believed_then()
    {
        PlayRecordings();
        await PollAsync();
        var everything = Recording.Of("27").Body;
        On("POST WaitForUpdatesEx", Respond(200, everything!.Replace("\"enter\"", "\"leave\"")));

        (await PollAsync()).VmCount.Should().Be(0);
        (await PollAsync()).VmCount.Should().Be(0);

        Gate.Logins.Should().Be(2);
        LastAttempt.Steps.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.PermissionDenied);
    }

    [Fact]
    public async Task An_inventory_that_is_empty_after_a_rebuild_counts_as_expired()
    {
        await PollAsync();
        OnFirst(
            "POST WaitForUpdatesEx",
            Respond(500, """{"_typeName":"InvalidCollectorVersion"}"""),
            Null);

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Theory]
    [InlineData(500, """{"_typeName":"NotAuthenticated"}""")]
    [InlineData(200, null)]
    public async Task A_session_that_is_lost_again_is_a_failure_and_not_the_passwords(int status, string? body)
    {
        await PollAsync();
        On("POST WaitForUpdatesEx", Respond(status, body ?? NotAuthenticated));

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Unavailable);
        Gate.Logins.Should().Be(2);
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task A_renewal_that_is_refused_is_one_refused_login()
    {
        await PollAsync();
        VCenter.Sessions.DropAll();
        On("POST session", Recorded.Answer("04"));

        (await FailureAsync()).Category.Should().Be(FailureCategory.AuthInvalid);

        (Gate.Logins, Gate.Refused).Should().Be((2, 1));
    }

    [Fact]
    public async Task A_renewal_sends_no_password_to_what_is_no_vcenter_any_more()
    {
        await PollAsync();
        VCenter.Sessions.DropAll();
        On("GET content", Respond(200, Recording.Of("02").Body!.Replace("\"VirtualCenter\"", "\"HostAgent\"")));

        (await FailureAsync()).Category.Should().Be(FailureCategory.WrongSystem);

        Gate.Logins.Should().Be(1);
        CountOf("POST session").Should().Be(1);
    }

    [Fact]
    public async Task One_object_that_stays_not_authenticated_costs_one_renewal_and_not_the_others()
    {
        var oneIsMissing = Respond(200, UpdateSets.Of(
            UpdateSets.Object("VirtualMachine", "vm-1", missing: UpdateSets.NotAuthenticated),
            UpdateSets.Object("VirtualMachine", "vm-2")));
        OnFirst("POST WaitForUpdatesEx", oneIsMissing, oneIsMissing, Null);

        var observed = await PollAsync();
        await PollAsync();

        observed.VmCount.Should().Be(2);
        observed.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Category = FailureCategory.PermissionDenied, Count = 1 });
        Gate.Logins.Should().Be(2);
    }
}
