using System.Net;
using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;

namespace Pulse.IntegrationTests;

/// <summary>An administrator's work with a vCenter through the six routes, from the draft to the deletion.</summary>
public sealed class OnboardingTests : VCenterTest
{
    private static readonly IReadOnlyList<string> AllSteps =
    [
        "resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity", "inventory", "privileges",
        "datastores", "alarms", "events", "snapshots", "performance",
    ];

    [Theory]
    [InlineData("healthy-shared", "8.0.3", "24022515", "8.0.3.0", "shared")]
    [InlineData("healthy-separate", "8.0.2", "22617221", "8.0.2.0", "separate")]
    public async Task A_connected_vCenter_is_polled_and_the_list_shows_what_it_holds(
        string scenario, string version, string build, string release, string sharing)
    {
        VCenter.Play(scenario);

        var created = await Pulse.CreateAsync(Draft());
        created.Text("password").Should().Be("********");
        created.Poll().Text("state").Should().Be("pending");
        var connection = await Pulse.SeeStateAsync(created.Id(), "healthy");

        connection.Poll()["lastError"].Should().BeNull();
        connection.Poll()["recent"]!.AsArray().Should().ContainSingle();
        var observed = connection["observed"]!;
        observed.Text("systemName").Should().Be(VCenter.Host);
        observed.Text("systemId").Should().Be("b4da12cf-8638-5fd6-b4df-538b614d5de1");
        observed.Text("product").Should().Be("VMware vCenter Server");
        observed.Text("version").Should().Be(version);
        observed.Text("build").Should().Be(build);
        observed.Flag("complete").Should().BeTrue();
        (observed.Number("agentCount"), observed.Number("vmCount"), observed.Number("storageCount")).Should().Be((2, 4, 3));
        observed["topology"]!.ToJsonString().Should().Be("""{"datacenters":1,"clusters":1,"folders":4,"resourcePools":1,"networks":3}""");
        observed["details"]!.Text("apiRelease").Should().Be(release);
        observed["details"]!.Text("sessionSharing").Should().Be(sharing);
    }

    [Theory]
    [InlineData("healthy-shared")]
    [InlineData("healthy-separate")]
    public async Task A_draft_is_tested_step_by_step_and_nothing_is_saved(string scenario)
    {
        VCenter.Play(scenario);

        var report = await Pulse.TestAsync(Draft());

        report.Flag("success").Should().BeTrue();
        report["failure"].Should().BeNull();
        report["steps"]!.AsArray().Select(step => step!.Text("name")).Should().Equal(AllSteps);
        foreach (var step in AllSteps)
        {
            report.Step(step).Text("outcome").Should().Be("passed", step);
            report.Step(step).Text("summary").Should().NotBeNullOrWhiteSpace(step);
        }

        report["certificate"]!.Text("trust").Should().Be("pinned");
        report["certificate"]!.Text("sha256").Should().Be(VCenter.Thumbprint);
        report["observed"]!.Number("vmCount").Should().Be(4);
        (await Pulse.ListAsync()).Should().BeEmpty();
        VCenter.Exchanges().Should().OnlyContain(exchange => exchange.WasMatched, "the stubs answer all that Pulse asks");
    }

    [Fact]
    public async Task A_certificate_that_was_refused_can_be_pinned_from_the_report()
    {
        var draft = Draft();
        draft["certificateThumbprint"] = null;
        var refused = await Pulse.TestAsync(draft);

        draft["certificateThumbprint"] = refused["certificate"]!.Text("sha256");

        (await Pulse.TestAsync(draft)).Flag("success").Should().BeTrue();
    }

    [Fact]
    public async Task A_listed_connection_can_be_edited_and_sent_back_and_keeps_its_password()
    {
        var listed = await Pulse.CreatePolledAsync(Draft());
        listed["name"] = "Production vCenter";

        var updated = await Pulse.UpdateAsync(listed.Id(), listed);

        updated.Text("name").Should().Be("Production vCenter");
        updated.Number("version").Should().Be(2);
        var connection = await Pulse.SeeAsync(listed.Id(), poll => poll["recent"]!.AsArray().Count == 2);
        connection.Poll().Text("state").Should().Be("healthy", "the stored password still opens the vCenter");
    }

    [Fact]
    public async Task A_saved_connection_is_tested_without_its_password_and_the_list_shows_the_outcome()
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();

        var report = await Pulse.TestSavedAsync(id);

        report.Flag("success").Should().BeTrue();
        (await Pulse.GetAsync(id)).Poll()["recent"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_saved_connection_is_tested_with_settings_laid_over_and_the_list_shows_nothing_of_it()
    {
        var before = await Pulse.CreatePolledAsync(Draft());

        var wrong = await Pulse.TestSavedAsync(before.Id(), new JsonObject { ["password"] = VCenter.WrongPassword });
        var closed = await Pulse.TestSavedAsync(before.Id(), new JsonObject { ["port"] = RawServer.ClosedPort() });
        var masked = await Pulse.TestSavedAsync(before.Id(), new JsonObject { ["password"] = "********", ["name"] = "Other" });

        wrong["failure"]!.Text("category").Should().Be("auth_invalid");
        closed["failure"]!.Text("category").Should().Be("unreachable");
        masked.Flag("success").Should().BeTrue();
        (await Pulse.GetAsync(before.Id())).ToJsonString().Should().Be(before.ToJsonString());
    }

    [Fact]
    public async Task A_deleted_connection_is_gone()
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();

        await Pulse.DeleteAsync(id);

        (await Pulse.ListAsync()).Should().BeEmpty();
        using var response = await Pulse.SendAsync(HttpMethod.Post, $"/{id}/test");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_observed_survives_a_failure_and_a_restart()
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        VCenter.Add("starting");

        (await Pulse.TestSavedAsync(id)).Flag("success").Should().BeFalse();
        await Pulse.RestartAsync();

        var connection = await Pulse.GetAsync(id);
        connection.Poll().Text("state").Should().Be("failing");
        connection.Poll()["lastSuccessAt"].Should().NotBeNull();
        connection["observed"]!.Number("vmCount").Should().Be(4);
    }
}
