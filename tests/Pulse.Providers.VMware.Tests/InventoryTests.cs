using System.Text.Json;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Tests.Stub;

namespace Pulse.Providers.VMware.Tests;

public sealed class InventoryTests : VCenterTests
{
    private const string Denied = """{"_typeName":"NoPermission","privilegeId":"System.Read"}""";

    [Fact]
    public async Task Pages_are_followed_by_their_tokens()
    {
        await PollAsync();

        VCenter.Requests.Where(request => request.Key == "POST ContinueRetrievePropertiesEx").Select(request => request.Body).Should().Equal(
            $$"""{"token":"{{Recording.Json("23").GetProperty("token").GetString()}}"}""",
            $$"""{"token":"{{Recording.Json("24").GetProperty("token").GetString()}}"}""");
        VCenter.Requests.Single(request => request.Key == "POST RetrievePropertiesEx").Body.Should().Contain("\"maxObjects\":2000");
    }

    [Fact]
    public async Task A_denied_second_page_is_replaced_by_one_large_page_from_then_on()
    {
        VCenter.On("POST ContinueRetrievePropertiesEx", 500, Denied);
        VCenter.On("POST RetrievePropertiesEx", context => VCenterStub.WriteAsync(
            context, VCenter.Requests[^1].Body.Contains("maxObjects") ? "23" : "25"));

        var first = await PollAsync();
        var second = await PollAsync();

        first.Complete.Should().BeTrue();
        first.Topology["networks"].Should().Be(3);
        second.Topology.Should().Equal(first.Topology);
        VCenter.CountOf("POST ContinueRetrievePropertiesEx").Should().Be(1);
        VCenter.CountOf("POST RetrievePropertiesEx").Should().Be(3);
        VCenter.Requests.Last(request => request.Key == "POST RetrievePropertiesEx").Body.Should().Contain("{\"_typeName\":\"RetrieveOptions\"}");
    }

    [Fact]
    public async Task A_rest_that_stays_denied_is_an_issue_with_its_remedy()
    {
        VCenter.On("POST ContinueRetrievePropertiesEx", 500, Denied);

        var observed = await PollAsync();

        observed.VmCount.Should().Be(4);
        observed.Complete.Should().BeFalse();
        var issue = observed.Issues.Should().ContainSingle().Subject;
        issue.Category.Should().Be(FailureCategory.PermissionDenied);
        issue.Message.Should().Contain("first 8 objects").And.Contain("Propagate to children");
        LastAttempt.Steps[^1].Outcome.Should().Be(StepOutcome.Warning);
    }

    [Theory]
    [InlineData("""{"_typeName":"LocalizedMethodFault","fault":{"_typeName":"NoPermission"},"localizedMessage":""}""")]
    [InlineData("""{"privilegeId":"System.Read","faultstring":"x","_typeName":"NoPermission"}""")]
    public async Task Unreadable_objects_are_counted_and_named_in_either_form_of_the_fault(string fault)
    {
        Serve(
            Object("VirtualMachine", "vm-1", name: "web01", missing: fault),
            Object("VirtualMachine", "vm-2", missing: fault),
            Object("HostSystem", "host-1", name: "esx01"),
            Object("Datastore", "datastore-1", name: "ds01", missing: fault),
            Object("VirtualMachine", "vm-3", name: "web03", missing: fault));

        var observed = await PollAsync();

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((1, 3, 1));
        observed.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Category = FailureCategory.PermissionDenied, Count = 4, Names = new[] { "ds01", "vm-2", "web01" } });
        observed.Issues[0].Message.Should().StartWith("4 objects could not be read");
    }

    [Fact]
    public async Task Faults_of_another_kind_are_an_issue_of_their_own_and_unknown_ones_do_not_lose_the_read()
    {
        Serve(
            Object("VirtualMachine", "vm-1", missing: """{"_typeName":"SystemError"}"""),
            Object("VirtualMachine", "vm-2", missing: """{"_typeName":"FaultOfTheFuture","new":{"a":[1]}}"""),
            Object("VirtualMachine", "vm-3", missing: Denied),
            Object("VirtualMachine", "vm-4", missing: "null"));

        (await PollAsync()).Issues.Select(issue => (issue.Category, issue.Count)).Should().Equal(
            (FailureCategory.PermissionDenied, 1), (FailureCategory.Unavailable, 1), (FailureCategory.Unknown, 2));
    }

    [Fact]
    public async Task A_page_of_many_objects_is_read_as_it_arrives()
    {
        Serve([.. Enumerable.Range(0, 5000).Select(number => Object("VirtualMachine", $"vm-{number}", $"web{number}", "connected", "false"))]);

        (await PollAsync()).VmCount.Should().Be(5000);
    }

    [Fact]
    public async Task An_object_that_was_deleted_meanwhile_is_left_out()
    {
        Serve(
            Object("VirtualMachine", "vm-1", name: "web01"),
            Object("VirtualMachine", "vm-2", missing: """{"_typeName":"ManagedObjectNotFound"}"""));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(1);
        observed.Complete.Should().BeTrue();
    }

    [Fact]
    public async Task Lost_machines_are_machines_and_an_issue()
    {
        Serve(
            Object("VirtualMachine", "vm-1", name: "fine", state: "connected"),
            Object("VirtualMachine", "vm-2", name: "orphan", state: "orphaned"),
            Object("VirtualMachine", "vm-3", name: "away", state: "inaccessible"),
            Object("VirtualMachine", "vm-4", name: "broken", state: "invalid"),
            Object("VirtualMachine", "vm-5", name: "host down", state: "disconnected"),
            Object("VirtualMachine", "vm-6", name: "new", state: "a state of the future"),
            Object("HostSystem", "host-1", name: "esx01", state: "notResponding"));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(6);
        observed.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Category = FailureCategory.Unavailable, Count = 3, Names = new[] { "away", "broken", "orphan" } });
    }

    [Fact]
    public async Task Templates_are_counted_apart_from_machines()
    {
        Serve(
            Object("VirtualMachine", "vm-1", name: "web01", template: "false"),
            Object("VirtualMachine", "vm-2", name: "golden", template: "true"),
            Object("VirtualMachine", "vm-3", name: "no config"));

        var observed = await PollAsync();

        observed.VmCount.Should().Be(2);
        observed.Details["templateCount"].GetInt32().Should().Be(1);
        observed.Complete.Should().BeTrue();
    }

    [Fact]
    public async Task Subtypes_count_as_what_was_asked_for_and_other_types_not_at_all()
    {
        Serve(
            Object("Network", "network-1"), Object("DistributedVirtualPortgroup", "dvportgroup-1"), Object("OpaqueNetwork", "network-o1"),
            Object("ResourcePool", "resgroup-1"), Object("VirtualApp", "resgroup-v1"),
            Object("Folder", "group-1"), Object("StoragePod", "group-p1"),
            Object("TypeOfTheFuture", "x-1"));

        var observed = await PollAsync();

        observed.Topology.Should().Contain("networks", 3).And.Contain("resourcePools", 2).And.Contain("folders", 2);
        observed.Complete.Should().BeTrue();
    }

    [Fact]
    public async Task Values_may_be_boxed_either_way_round_bare_or_something_else()
    {
        VCenter.On("POST RetrievePropertiesEx", 200, """
            {"new":{"deep":[1,{"a":null}]},"objects":[
            {"obj":{"value":"vm-1","type":"VirtualMachine"},"propSet":[{"val":{"_value":"web01","_typeName":"string"},"name":"name"},{"name":"config.template","val":true}]},
            {"obj":{"value":"vm-2","type":"VirtualMachine"},"propSet":[{"name":"name","val":"web02"},{"name":"runtime.connectionState","val":{"_typeName":"ArrayOfString","_value":["a"]}}]},
            {"obj":{"value":"vm-3","type":"VirtualMachine"},"propSet":[{"name":"name","val":9223372036854775807},{"name":"config.template","val":null},{"name":"other"}]},
            {"obj":{"value":"vm-4","type":"VirtualMachine"},"propSet":null,"missingSet":null}
            ],"_typeName":"RetrieveResult"}
            """);

        var observed = await PollAsync();

        observed.VmCount.Should().Be(3);
        observed.Details["templateCount"].GetInt32().Should().Be(1);
        observed.Complete.Should().BeTrue();
    }

    [Theory]
    [InlineData(NullForm.EmptyBody)]
    [InlineData(NullForm.NoContent)]
    [InlineData(NullForm.Literal)]
    public async Task No_match_in_any_form_of_null_is_an_empty_inventory(NullForm form)
    {
        VCenter.On(
            "POST RetrievePropertiesEx", form == NullForm.NoContent ? 204 : 200, form == NullForm.Literal ? "null" : null);

        var observed = await PollAsync();

        (observed.AgentCount, observed.VmCount, observed.StorageCount).Should().Be((0, 0, 0));
        LastAttempt.Steps[^1].Summary.Should().Contain("no object");
    }

    private static object Object(string type, string id, string? name = null, string? state = null, string? template = null, string? missing = null) => new
    {
        _typeName = "ObjectContent",
        obj = new { _typeName = "ManagedObjectReference", type, value = id },
        propSet = new[] { ("name", "string", Quoted(name)), ("runtime.connectionState", "State", Quoted(state)), ("config.template", "boolean", template) }
            .Where(property => property.Item3 is not null)
            .Select(property => new { name = property.Item1, val = new { _typeName = property.Item2, _value = JsonSerializer.Deserialize<JsonElement>(property.Item3!) } }),
        missingSet = missing is null ? null : new[] { new { path = "config.template", fault = JsonSerializer.Deserialize<JsonElement>(missing) } },
    };

    private static string? Quoted(string? text) => text is null ? null : JsonSerializer.Serialize(text);

    private void Serve(params object[] objects) =>
        VCenter.On("POST RetrievePropertiesEx", 200, JsonSerializer.Serialize(new { _typeName = "RetrieveResult", objects }));
}
