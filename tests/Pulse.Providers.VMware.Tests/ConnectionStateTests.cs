using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Providers.VMware.Tests.Support.UpdateSets;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>An object without current data in the vCenter is an issue, even if the object can be read.</summary>
public sealed class ConnectionStateTests : MadeUpInventoryTests
{
    private const string Changes = "POST WaitForUpdatesEx";

    [Fact]
    public async Task A_host_that_is_away_the_machines_on_it_and_a_datastore_that_no_host_reaches_are_issues_with_count_and_names()
    {
        Serve(
            Object("HostSystem", "host-1"),
            Object("HostSystem", "host-2", State("disconnected")),
            Object("HostSystem", "host-3", State("notResponding")),
            Object("VirtualMachine", "vm-1"),
            Object("VirtualMachine", "vm-2", State("disconnected")),
            Object("Datastore", "datastore-1", state: null, accessible: true),
            Object("Datastore", "datastore-2", state: null, accessible: false));

        var observed = await PollAsync();

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((3, 2, 2));
        observed.Complete.Should().BeFalse();
        observed.Issues.Select(issue => (issue.Category, issue.Message, issue.Count)).Should().Equal(
            (FailureCategory.Unavailable, "2 hosts are disconnected or do not respond: vCenter has no current data of them.", 2),
            (FailureCategory.Unavailable, "1 virtual machine is on a host that is disconnected or does not respond: vCenter has no current data of it.", 1),
            (FailureCategory.Unavailable, "1 datastore is reached by no host: vCenter has no current data of it.", 1));
        observed.Issues.Select(issue => string.Join(',', issue.Names)).Should().Equal("name of host-2,name of host-3", "name of vm-2", "name of datastore-2");
        LastAttempt.Steps[^1].Outcome.Should().Be(StepOutcome.Warning);
    }

    [Fact]
    public async Task What_comes_back_is_no_issue_any_more()
    {
        Serve(Object("HostSystem", "host-1", State("notResponding")), Object("Datastore", "datastore-1", state: null, accessible: false));
        (await PollAsync()).Issues.Should().HaveCount(2);
        Serve(
            Object("HostSystem", "host-1", State("connected"), kind: "modify"),
            Object("Datastore", "datastore-1", state: null, accessible: true, kind: "modify"));

        (await PollAsync()).Issues.Should().BeEmpty();
    }

    [Fact]
    public async Task Equal_names_in_one_issue_are_told_apart_by_their_ids()
    {
        Serve(
            Object("VirtualMachine", "vm-1", State("disconnected")),
            Object("VirtualMachine", "vm-2", State("disconnected")),
            Object("VirtualMachine", "vm-3", State("disconnected")));
        On("GET name", Respond(200, "\"web\""));
        VCenter.Faults.Add(request => request.Path.EndsWith("/vm-3/name", StringComparison.Ordinal), Respond(200, "\"db\""));

        (await PollAsync()).Issues.Should().ContainSingle().Which.Names.Should().Equal("db", "web (vm-1)", "web (vm-2)");
    }

    [Theory]
    [InlineData("a%2fb", "a/b")]
    [InlineData("a%2Fb%5cc%5C", "a/b\\c\\")]
    [InlineData("100%25", "100%")]
    [InlineData("%252f", "%2f")]
    [InlineData("50% of%20it%", "50% of%20it%")]
    public async Task Names_are_decoded_once(string sent, string shown)
    {
        Serve(Object("VirtualMachine", "vm-1", State("disconnected")));
        On("GET name", Respond(200, System.Text.Json.JsonSerializer.Serialize(sent)));

        (await PollAsync()).Issues.Should().ContainSingle().Which.Names.Should().Equal(shown);
    }

    [Fact]
    public async Task A_name_that_leaves_no_room_for_the_id_gives_way_to_it()
    {
        Serve(Object("VirtualMachine", "vm-1", State("disconnected")), Object("VirtualMachine", "vm-2", State("disconnected")));
        On("GET name", Respond(200, $"\"{new string('n', SystemText.Longest)}\""));

        (await PollAsync()).Issues.Should().ContainSingle().Which.Names.Should().Equal("vm-1", "vm-2");
    }

    private void Serve(params object[] updates) => OnFirst(Changes, Respond(200, Of(updates)));
}
