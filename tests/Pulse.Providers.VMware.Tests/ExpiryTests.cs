using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Tests.Stub;

namespace Pulse.Providers.VMware.Tests;

public sealed class ExpiryTests : VCenterTests
{
    private const string NotAuthenticated = """
        {"objects":[{"obj":{"type":"VirtualMachine","value":"vm-43"},"propSet":[],
        "missingSet":[{"path":"name","fault":{"_typeName":"NotAuthenticated","faultstring":"x"}}]}],"_typeName":"RetrieveResult"}
        """;

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 4)]
    public async Task An_expired_session_is_renewed_silently_within_the_same_read(bool shared, int logins)
    {
        VCenter.SharesSessions = shared;
        await PollAsync();
        VCenter.ExpireSessions();

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(logins);
        LastAttempt.Steps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "inventory", Outcome = StepOutcome.Passed });
        VCenter.OpenSessions.Should().HaveCount(shared ? 1 : 2);
    }

    [Fact]
    public async Task A_401_of_a_proxy_before_vi_json_counts_as_expired()
    {
        await PollAsync();
        VCenter.OnFirst("POST CreateContainerView", context => VCenterStub.WriteAsync(context, 401, "<html>", "text/html"));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Fact]
    public async Task A_200_full_of_not_authenticated_counts_as_expired_and_the_old_session_is_ended()
    {
        await PollAsync();
        VCenter.OnFirst("POST RetrievePropertiesEx", context => VCenterStub.WriteAsync(context, 200, NotAuthenticated));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
        VCenter.OpenSessions.Should().ContainSingle();
    }

    [Fact]
    public async Task Objects_that_are_gone_with_a_restart_count_as_expired()
    {
        await PollAsync();
        VCenter.OnFirst("POST CreateContainerView", context => VCenterStub.WriteAsync(context, "41"));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Fact]
    public async Task A_suddenly_empty_inventory_counts_as_expired_when_nobody_is_logged_in()
    {
        await PollAsync();
        VCenter.OnFirst("POST RetrievePropertiesEx", context => VCenterStub.WriteAsync(context, 200));
        VCenter.OnFirst("GET currentSession", context => VCenterStub.WriteAsync(context, 200));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
    }

    [Fact]
    public async Task A_suddenly_empty_inventory_is_believed_while_somebody_is_logged_in()
    {
        await PollAsync();
        VCenter.On("POST RetrievePropertiesEx", 200);

        (await PollAsync()).VmCount.Should().Be(0);

        Gate.Logins.Should().Be(1);
        LastAttempt.Steps.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.PermissionDenied);
    }

    [Theory]
    [InlineData(500, """{"_typeName":"NotAuthenticated"}""")]
    [InlineData(200, NotAuthenticated)]
    public async Task A_session_that_is_lost_again_is_a_failure_and_not_the_passwords(int status, string body)
    {
        await PollAsync();
        VCenter.On("POST RetrievePropertiesEx", status, body);

        var failure = await FailureAsync();

        failure.Category.Should().Be(FailureCategory.Unavailable);
        Gate.Logins.Should().Be(2);
        VCenter.OpenSessions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_renewal_that_is_refused_is_one_refused_login()
    {
        await PollAsync();
        VCenter.ExpireSessions();
        VCenter.On("POST session", "04");

        (await FailureAsync()).Category.Should().Be(FailureCategory.AuthInvalid);

        (Gate.Logins, Gate.Refused).Should().Be((2, 1));
    }

    [Fact]
    public async Task A_renewal_sends_no_password_to_what_is_no_vcenter_any_more()
    {
        await PollAsync();
        VCenter.ExpireSessions();
        VCenter.On("GET content", 200, Recording.Load("02").Body!.Replace("\"VirtualCenter\"", "\"HostAgent\""));

        (await FailureAsync()).Category.Should().Be(FailureCategory.NotVcenter);

        Gate.Logins.Should().Be(1);
        VCenter.CountOf("POST session").Should().Be(1);
    }

    [Fact]
    public async Task One_object_that_stays_not_authenticated_does_not_lose_the_others()
    {
        var page = Recording.Load("25").Body!.Replace(
            "{\"_typeName\":\"ObjectContent\",\"obj\":{\"_typeName\":\"ManagedObjectReference\",\"type\":\"Network\"",
            """{"missingSet":[{"path":"name","fault":{"_typeName":"NotAuthenticated"}}],"obj":{"type":"Network" """);
        VCenter.On("POST RetrievePropertiesEx", 200, page);

        var observed = await PollAsync();

        observed.Topology["networks"].Should().Be(3);
        observed.Issues.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.PermissionDenied);
        Gate.Logins.Should().Be(2);
    }
}
