using System.Text;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Recordings;
using Pulse.Simulation;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

public sealed class VCenterSessionTests : VCenterTests
{
    private static readonly string[] ReadInventory =
        ["POST CreatePropertyCollector", "POST CreateContainerView", "POST CreateFilter", "POST WaitForUpdatesEx"];

    [Fact]
    public async Task A_read_observes_counts_topology_and_identity()
    {
        PlayRecordings();

        var observed = await PollAsync();

        observed.Should().BeEquivalentTo(new
        {
            SystemName = "127.0.0.1",
            SystemId = "b4da12cf-8638-5fd6-b4df-538b614d5de1",
            Product = "VMware vCenter Server",
            Version = "8.0.2",
            Build = "5973321",
            AgentCount = 2,
            VmCount = 4,
            StorageCount = 3,
            Complete = true,
        });
        observed.Topology.Should().Equal(new Dictionary<string, int>
        {
            ["datacenters"] = 1,
            ["clusters"] = 1,
            ["folders"] = 4,
            ["resourcePools"] = 1,
            ["networks"] = 3,
        });
        observed.Details.ToDictionary(detail => detail.Key, detail => detail.Value.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["apiRelease"] = "8.0.2.0",
            ["sessionSharing"] = "shared",
            ["templateCount"] = "0",
        });
    }

    [Fact]
    public async Task A_poll_takes_the_steps_in_order_and_sends_no_more_than_it_needs()
    {
        await PollAsync();

        LastAttempt.Steps.Select(step => step.Name).Should().Equal(
            "resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity", "inventory");
        LastAttempt.Steps.Should().OnlyContain(step => step.Outcome == StepOutcome.Passed);
        LastAttempt.Certificate!.Trust.Should().Be(CertificateTrust.Pinned);
        Asked.Should().Equal(
            ["GET vimServiceVersions.xml", "GET content", "POST session", "GET currentSession", "GET version", .. ReadInventory]);
        Requests.Should().OnlyContain(request => request.UserAgent!.StartsWith("Pulse/"));
    }

    [Fact]
    public async Task A_test_also_asks_the_lists_of_the_automation_api()
    {
        await ReadAsync(AttemptPurpose.Test);

        Asked.Should().Contain(["GET host", "GET vm", "GET datastore"]);
        LastAttempt.Steps.Single(step => step.Name == "automation_session").Outcome.Should().Be(StepOutcome.Passed);
    }

    [Fact]
    public async Task A_list_with_too_many_objects_is_no_failure()
    {
        On("GET vm", Respond(500, """{"error_type":"UNABLE_TO_ALLOCATE_RESOURCE","messages":[]}"""));

        await ReadAsync(AttemptPurpose.Test);

        LastAttempt.Steps.Single(step => step.Name == "automation_session").Outcome.Should().Be(StepOutcome.Passed);
    }

    [Fact]
    public async Task A_list_that_fails_only_warns_because_a_poll_does_without_it()
    {
        On("GET vm", Respond(403, """{"error_type":"UNAUTHORIZED","messages":[]}"""));

        var observed = await ReadAsync(AttemptPurpose.Test);

        observed.VmCount.Should().Be(4);
        LastAttempt.Steps.Single(step => step.Name == "automation_session").Should().BeEquivalentTo(
            new { Outcome = StepOutcome.Warning, Category = FailureCategory.PermissionDenied });
    }

    [Fact]
    public async Task A_shared_session_is_one_login_and_one_logout()
    {
        await PollAsync();
        await Session.DisposeAsync();

        Gate.Logins.Should().Be(1);
        CountOf("POST Login").Should().Be(0);
        CountOf("POST Logout").Should().Be(0);
        CountOf("DELETE session").Should().Be(1);
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData(NullForm.EmptyOk)]
    [InlineData(NullForm.EmptyChunked)]
    [InlineData(NullForm.NoContent)]
    [InlineData(NullForm.Literal)]
    public async Task Without_a_current_session_in_any_form_of_null_vi_json_gets_a_login_of_its_own(NullForm form)
    {
        (VCenter.Faults.SeparateSessions, VCenter.Faults.NullForm) = (true, form);

        var observed = await PollAsync();

        observed.Details["sessionSharing"].GetString().Should().Be("separate");
        Gate.Logins.Should().Be(2);
        Requests.Where(request => request.Name is "POST WaitForUpdatesEx").Should().OnlyContain(request => request.SessionToken == TokenOf(ApiFamily.VimJson));
        Requests.Where(request => request.Name is "GET version").Should().OnlyContain(request => request.SessionToken == TokenOf(ApiFamily.Automation));
    }

    [Fact]
    public async Task A_current_session_that_is_not_authenticated_means_separate_sessions_too()
    {
        VCenter.Faults.SeparateSessions = true;
        On("GET currentSession", Recorded.Answer("21"));

        (await PollAsync()).Details["sessionSharing"].GetString().Should().Be("separate");
    }

    [Fact]
    public async Task Separate_sessions_are_both_ended()
    {
        VCenter.Faults.SeparateSessions = true;
        await PollAsync();
        VCenter.Sessions.OpenCount.Should().Be(2);

        await Session.DisposeAsync();

        VCenter.Sessions.OpenCount.Should().Be(0);
        CountOf("POST Logout").Should().Be(1);
        CountOf("DELETE session").Should().Be(1);
    }

    [Fact]
    public async Task The_next_poll_uses_the_held_session_and_only_reads()
    {
        await PollAsync();
        var before = Requests.Count;

        var observed = await PollAsync();

        observed.VmCount.Should().Be(4);
        Asked.Skip(before).Should().Equal("POST WaitForUpdatesEx");
        LastAttempt.Steps.Select(step => step.Name).Should().Equal("inventory");
        LastAttempt.Certificate.Should().NotBeNull();
        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task Ids_are_taken_from_the_service_content_and_percent_encoded()
    {
        PlayRecordings();
        On("GET content", Respond(200, Recording.Of("02").Body!.Replace("\"ViewManager\"}", "\"View/Manager[1]\"}")));

        await PollAsync();
        OnFirst("POST WaitForUpdatesEx", Recorded.Answer("41"));
        await PollAsync();

        Requests.First(request => request.Name == "POST CreateContainerView").Target
            .Should().Be("/sdk/vim25/8.0.2.0/ViewManager/View%2FManager%5B1%5D/CreateContainerView");
        Requests.Single(request => request.Name == "POST DestroyView").Target
            .Should().StartWith("/sdk/vim25/8.0.2.0/ContainerView/session%5B0a7b153c");
    }

    [Fact]
    public async Task The_password_goes_into_the_logins_and_nowhere_else()
    {
        VCenter.Faults.SeparateSessions = true;
        await PollAsync();

        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{VCenter.Options.UserName}:{Password}"));
        Requests.Where(request => request.Authorization is not null).Select(request => request.Name).Should().Equal("POST session");
        Requests.Where(request => request.Body.Contains("password")).Select(request => request.Name).Should().Equal("POST Login");
        Requests.Should().NotContain(request => request.Target.Contains(encoded) || request.Target.Contains(Password));
    }

    [Fact]
    public async Task An_appliance_that_may_not_be_asked_is_no_matter()
    {
        On("GET version", Respond(403, """{"error_type":"UNAUTHORIZED","messages":[]}"""));

        (await PollAsync()).Version.Should().Be("8.0.2");
        LastAttempt.Steps.Should().OnlyContain(step => step.Outcome == StepOutcome.Passed);
    }

    private string TokenOf(ApiFamily family) => VCenter.Sessions.List().Single(session => session.OpenedBy == family).Token;
}
