using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;
using static Pulse.Providers.VMware.Tests.Support.UpdateSets;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>Single objects in one read.</summary>
public sealed class InventoryTests : MadeUpInventoryTests
{
    [Theory]
    [InlineData("""{"_typeName":"LocalizedMethodFault","fault":{"_typeName":"NoPermission"},"localizedMessage":""}""")]
    [InlineData("""{"fault":{"privilegeId":"System.Read","_typeName":"NoPermission"},"_typeName":"LocalizedMethodFault"}""")]
    [InlineData("""{"privilegeId":"System.Read","faultstring":"x","_typeName":"NoPermission"}""")]
    public async Task Unreadable_objects_are_counted_and_named_in_either_form_of_the_fault(string fault)
    {
        Serve(
            Object("VirtualMachine", "vm-1", missing: fault),
            Object("VirtualMachine", "vm-2", missing: fault),
            Object("HostSystem", "host-1"),
            Object("Datastore", "datastore-1", missing: fault),
            Object("VirtualMachine", "vm-3", missing: fault));

        var observed = await PollAsync();

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((1, 3, 1));
        observed.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Category = FailureCategory.PermissionDenied, Count = 4, Names = new[] { "name of vm-1", "name of vm-2", "name of vm-3" } });
        observed.Issues[0].Message.Should().StartWith("4 objects could not be read").And.Contain("Propagate to children");
        LastAttempt.Steps[^1].Outcome.Should().Be(StepOutcome.Warning);
    }

    [Fact]
    public async Task Names_are_asked_for_only_where_they_are_shown_and_only_once()
    {
        Serve([.. Enumerable.Range(1, 9).Select(number => Object("VirtualMachine", $"vm-{number}", missing: NoPermission))]);
        await PollAsync();
        Serve(Object("VirtualMachine", "vm-10", missing: NoPermission));

        (await PollAsync()).Issues.Should().ContainSingle().Which.Count.Should().Be(10);

        Requests.Where(request => request.Name == "GET name").Select(request => request.Path.Split('/')[^2]).Should().Equal("vm-1", "vm-2", "vm-3");
    }

    [Theory]
    [InlineData(500, NoPermission)]
    [InlineData(200, null)]
    [InlineData(200, "{}")]
    [InlineData(503, null)]
    public async Task An_object_whose_name_cannot_be_read_is_called_by_its_id(int status, string? body)
    {
        Serve(Object("VirtualMachine", "vm-1", missing: NoPermission));
        On("GET name", Respond(status, body));

        (await PollAsync()).Issues.Should().ContainSingle().Which.Names.Should().Equal("vm-1");
    }

    [Fact]
    public async Task Faults_of_another_kind_are_an_issue_of_their_own_and_unknown_ones_do_not_lose_the_read()
    {
        Serve(
            Object("VirtualMachine", "vm-1", missing: """{"_typeName":"SystemError"}"""),
            Object("VirtualMachine", "vm-2", missing: """{"_typeName":"FaultOfTheFuture","new":{"a":[1]}}"""),
            Object("VirtualMachine", "vm-3", missing: NoPermission),
            Object("VirtualMachine", "vm-4", missing: "null"));

        (await PollAsync()).Issues.Select(issue => (issue.Category, issue.Count)).Should().Equal(
            (FailureCategory.PermissionDenied, 1), (FailureCategory.Unavailable, 1), (FailureCategory.Unknown, 2));
    }

    [Fact]
    public async Task An_answer_of_many_objects_is_read_as_it_arrives()
    {
        Serve([.. Enumerable.Range(0, 5000).Select(number => Object("VirtualMachine", $"vm-{number}", template: "false"))]);

        (await PollAsync()).VmCount.Should().Be(5000);
    }

    [Fact]
    public async Task An_object_that_was_deleted_meanwhile_is_left_out()
    {
        Serve(
            Object("VirtualMachine", "vm-1"),
            Object("VirtualMachine", "vm-2", missing: """{"_typeName":"ManagedObjectNotFound"}"""));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(1);
        observed.Complete.Should().BeTrue();
    }

    [Fact]
    public async Task Lost_machines_are_machines_and_an_issue()
    {
        Serve(
            Object("VirtualMachine", "vm-1", State("connected")),
            Object("VirtualMachine", "vm-2", State("orphaned")),
            Object("VirtualMachine", "vm-3", State("inaccessible")),
            Object("VirtualMachine", "vm-4", State("invalid")),
            Object("VirtualMachine", "vm-5", State("disconnected")),
            Object("VirtualMachine", "vm-6", State("a state of the future")),
            Object("VirtualMachine", "vm-7", state: null));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(7);
        observed.Issues[^1].Should().BeEquivalentTo(
            new { Category = FailureCategory.Unavailable, Count = 3, Names = new[] { "name of vm-2", "name of vm-3", "name of vm-4" } });
    }

    [Fact]
    public async Task Templates_are_counted_apart_from_machines()
    {
        Serve(
            Object("VirtualMachine", "vm-1", template: "false"),
            Object("VirtualMachine", "vm-2", template: "true"),
            Object("VirtualMachine", "vm-3"));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(2);
        observed.Details["templateCount"].GetInt32().Should().Be(1);
        observed.Complete.Should().BeTrue();
    }

    [Fact]
    public async Task Subtypes_count_as_what_was_asked_for_and_unknown_ones_are_an_issue()
    {
        Serve(
            Object("Network", "network-1"), Object("DistributedVirtualPortgroup", "dvportgroup-1"), Object("OpaqueNetwork", "network-o1"),
            Object("ResourcePool", "resgroup-1"), Object("VirtualApp", "resgroup-v1"),
            Object("Folder", "group-1"), Object("StoragePod", "group-p1"),
            Object("TypeOfTheFuture", "x-1"));

        var observed = await PollAsync();

        observed.Topology.Should().Contain("networks", 3).And.Contain("resourcePools", 2).And.Contain("folders", 2);
        observed.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Category = FailureCategory.Unknown, Count = 1, Names = new[] { "x-1" } });
    }

    [Fact]
    public async Task Ids_that_look_alike_are_different_objects()
    {
        string[] ids = ["vm-7", "vm-07", "vm-007", "vm-", "7", "07", "vm-70000000007", "vm-7x", "vm-0", "vm-00"];
        Serve([.. ids.Select(id => Object("VirtualMachine", id)), Object("HostSystem", "vm-7")]);

        (await PollAsync()).VmCount.Should().Be(ids.Length);
    }

    [Fact]
    public async Task Values_may_be_boxed_either_way_round_bare_or_something_else()
    {
        On("POST WaitForUpdatesEx", Respond(200, """
            {"new":{"deep":[1,{"a":null}]},"filterSet":[{"objectSet":[
            {"changeSet":[{"val":{"_value":true,"_typeName":"boolean"},"op":"assign","name":"config.template"}],"obj":{"value":"vm-1","type":"VirtualMachine"},"kind":"enter"},
            {"kind":"enter","obj":{"value":"vm-2","type":"VirtualMachine"},"changeSet":[{"name":"config.template","val":true},{"name":"runtime.connectionState","val":{"_typeName":"ArrayOfString","_value":["orphaned"]}}]},
            {"kind":"enter","obj":{"value":"vm-3","type":"VirtualMachine","serverGuid":null},"changeSet":[{"name":"runtime.connectionState","val":9223372036854775807999},{"name":"config.template","val":null},{"name":"other"},7]},
            {"kind":"enter","obj":{"value":"vm-4","type":"VirtualMachine"},"changeSet":null,"missingSet":null},
            {"kind":"a kind of the future","obj":{"value":"vm-\u0035","type":"VirtualMachine"},"changeSet":[{"name":"config.template","val":"true"}]}
            ],"filter":7}],"truncated":false,"version":"1","_typeName":"UpdateSet"}
            """));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(3);
        observed.Details["templateCount"].GetInt32().Should().Be(2);
        observed.Complete.Should().BeTrue();
    }

    [Theory]
    [InlineData(NullForm.EmptyOk)]
    [InlineData(NullForm.EmptyChunked)]
    [InlineData(NullForm.NoContent)]
    [InlineData(NullForm.Literal)]
    public async Task No_match_in_any_form_of_null_is_an_empty_inventory(NullForm form)
    {
        VCenter.Faults.NullForm = form;
        On("POST WaitForUpdatesEx", Null);

        var observed = await PollAsync();

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((0, 0, 0));
        LastAttempt.Steps[^1].Summary.Should().Contain("no object");
    }

    private void Serve(params object[] updates) => On("POST WaitForUpdatesEx", Respond(200, Of(updates)));
}
