using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Simulation;
using static Pulse.Providers.VMware.Tests.Support.UpdateSets;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The inventory over several reads.</summary>
public sealed class IncrementalTests : MadeUpInventoryTests
{
    private const string Changes = "POST WaitForUpdatesEx";

    [Theory]
    [InlineData(NullForm.EmptyOk)]
    [InlineData(NullForm.EmptyChunked)]
    [InlineData(NullForm.NoContent)]
    [InlineData(NullForm.Literal)]
    public async Task Nothing_changed_is_one_request_in_every_form_of_null(NullForm form)
    {
        PlayRecordings();
        VCenter.Faults.NullForm = form;
        var first = await PollAsync();
        var before = Requests.Count;
        Clock.Advance(TimeSpan.FromSeconds(1));

        var second = await PollAsync();

        second.Should().BeEquivalentTo(first, options => options.Excluding(observed => observed.CollectedAt));
        second.CollectedAt.Should().BeAfter(first.CollectedAt);
        Asked.Skip(before).Should().Equal(Changes);
        Requests[^1].Body.Should().Be(
            """{"version":"-","options":{"_typeName":"WaitOptions","maxWaitSeconds":0,"maxObjectUpdates":2000}}""");
        Requests[^1].Target.Should().Be(
            "/sdk/vim25/8.0.2.0/PropertyCollector/session%5B0a7b153c%5Dcollector/WaitForUpdatesEx", "the collector is a private one");
    }

    [Fact]
    public async Task The_recorded_changes_are_followed()
    {
        PlayRecordings();
        await PollAsync();
        OnFirst(Changes, Recorded.Answer("29"), Recorded.Answer("30"));

        (await PollAsync()).VmCount.Should().Be(4, "a machine that was switched off is one");
        (await PollAsync()).VmCount.Should().Be(3);
    }

    [Fact]
    public async Task Objects_enter_change_and_leave()
    {
        await Serve(Of("1", false, Object("VirtualMachine", "vm-1"), Object("HostSystem", "host-1")));
        (await Serve(Of("2", false, Object("VirtualMachine", "vm-2"), Object("VirtualMachine", "vm-3", template: "true")))).VmCount.Should().Be(2);

        var changed = await Serve(Of("3", false, Change("vm-1", State("orphaned")), Object("VirtualMachine", "vm-2", kind: "leave")));

        (changed.VmCount, changed.AgentCount, changed.Issues.Count).Should().Be((1, 1, 1));
        Requests.Where(request => request.Name == Changes).Select(request => request.Body[..13]).Should().Equal(
            "{\"version\":\"\"", "{\"version\":\"1", "{\"version\":\"2");
    }

    [Fact]
    public async Task An_object_that_becomes_readable_again_clears_its_issue()
    {
        (await Serve(Of(Object("VirtualMachine", "vm-1", missing: NoPermission), Object("VirtualMachine", "vm-2", missing: NoPermission)))).Issues[0].Count.Should().Be(2);
        (await Serve(Of(Change("vm-1", template: "false")))).Issues.Should().ContainSingle().Which.Names.Should().Equal("name of vm-2");

        (await Serve(Of(Object("VirtualMachine", "vm-2", kind: "leave")))).Complete.Should().BeTrue();
    }

    [Fact]
    public async Task An_object_stays_unreadable_until_every_property_can_be_read()
    {
        await Serve(Of(Object("VirtualMachine", "vm-1", State("connected"), missing: NoPermission)));

        (await Serve(Of(Change("vm-1", State("connected"))))).Issues.Should().ContainSingle();
        (await Serve(Of(Change("vm-1", template: "false")))).Issues.Should().BeEmpty();
    }

    [Fact]
    public async Task An_object_that_becomes_unreadable_is_an_issue()
    {
        await Serve(Of(Object("VirtualMachine", "vm-1", template: "false")));

        (await Serve(Of(Change("vm-1", missing: NoPermission)))).Issues.Should().ContainSingle().Which.Count.Should().Be(1);
    }

    [Theory]
    [InlineData("assign")]
    [InlineData("remove")]
    [InlineData("indirectRemove")]
    public async Task A_property_that_is_unset_forgets_what_it_said(string op)
    {
        await Serve(Of(Object("VirtualMachine", "vm-1", State("orphaned"), template: "true")));

        var observed = await Serve($$"""
            {"version":"2","filterSet":[{"objectSet":[{"kind":"modify","obj":{"type":"VirtualMachine","value":"vm-1"},"changeSet":[
            {"name":"config.template","op":"{{op}}"},{"name":"runtime.connectionState","op":"{{op}}"}]}]}]}
            """);

        (observed.VmCount, observed.Complete).Should().Be((1, true));
    }

    [Fact]
    public async Task An_object_that_enters_again_is_what_it_says_now()
    {
        await Serve(Of(Object("VirtualMachine", "vm-1", State("orphaned"), "true", NoPermission)));

        var observed = await Serve(Of(Object("VirtualMachine", "vm-1")));

        (observed.VmCount, observed.Complete).Should().Be((1, true));
    }

    [Fact]
    public async Task A_truncated_chain_is_followed_to_its_end_with_its_own_versions()
    {
        await Serve(Of("a", true, Object("VirtualMachine", "vm-1")), Of("b", true, Object("VirtualMachine", "vm-2")), Of("c", false));
        OnFirst(Changes, Null);

        (await PollAsync()).VmCount.Should().Be(2);

        Requests.Where(request => request.Name == Changes).Select(request => request.Body[..13]).Should().Equal(
            "{\"version\":\"\"", "{\"version\":\"a", "{\"version\":\"b", "{\"version\":\"c");
    }

    [Fact]
    public async Task A_chain_that_breaks_is_gone_on_with_by_the_next_poll()
    {
        await Serve(Of("1", false, Object("VirtualMachine", "vm-1"), Object("VirtualMachine", "vm-9")));
        OnFirst(Changes, Answer(Of("a", true, Object("VirtualMachine", "vm-2"))), Respond(503));
        await FailureAsync();

        (await Serve(Of("2", false, Object("VirtualMachine", "vm-3")))).VmCount.Should().Be(4);

        Versions().Should().Equal("", "1", "a", "a");
    }

    [Fact]
    public async Task A_chain_that_cannot_be_gone_on_with_is_begun_again()
    {
        await Serve(Of("1", false, Object("VirtualMachine", "vm-1"), Object("VirtualMachine", "vm-9")));
        OnFirst(Changes, Answer(Of("a", true, Object("VirtualMachine", "vm-2"))), Respond(503));
        await FailureAsync();
        OnFirst(Changes, Answer("""{"_typeName":"InvalidCollectorVersion"}""", 500), Answer(Of("2", false, Object("VirtualMachine", "vm-1"))));

        (await PollAsync()).VmCount.Should().Be(1);

        Versions().Should().Equal("", "1", "a", "a", "");
        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_asked_for_again_with_the_same_version()
    {
        await Serve(Of("1", false, Object("VirtualMachine", "vm-1")));
        OnFirst(Changes, ResetConnection, Answer(Of("2", false, Object("VirtualMachine", "vm-2"))));

        (await PollAsync()).VmCount.Should().Be(2);
    }

    [Fact]
    public async Task Of_an_answer_that_breaks_off_nothing_is_kept()
    {
        await Serve(Of("1", false, Object("VirtualMachine", "vm-1")));
        var cut = Of("2", false, Object("VirtualMachine", "vm-2"), Object("VirtualMachine", "vm-3"));
        var cutOff = BreakOff(200, cut[..^20]);
        OnFirst(Changes, cutOff, cutOff, cutOff, Null);
        (await FailureAsync()).Category.Should().Be(FailureCategory.Unreachable);

        (await PollAsync()).VmCount.Should().Be(1);
    }

    [Fact]
    public async Task A_chain_without_end_is_a_protocol_failure()
    {
        On(Changes, Respond(200, Of("1", true, Object("VirtualMachine", "vm-1"))));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
    }

    [Theory]
    [InlineData("InvalidCollectorVersion")]
    [InlineData("ManagedObjectNotFound")]
    public async Task Lost_state_is_rebuilt_in_the_same_session(string fault)
    {
        await PollAsync();
        var before = Requests.Count;
        OnFirst(Changes, Respond(500, $$"""{"_typeName":"{{fault}}"}"""));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(1);
        Asked.Skip(before).Should().Equal(
            Changes, "POST DestroyPropertyCollector", "POST DestroyView",
            "POST CreatePropertyCollector", "POST CreateContainerView", "POST CreateFilter", Changes);
    }

    [Fact]
    public async Task What_cannot_be_destroyed_does_not_keep_the_state_from_being_rebuilt()
    {
        await PollAsync();
        OnFirst(Changes, Recorded.Answer("41"));
        On("POST DestroyPropertyCollector", Recorded.Answer("41"));
        On("POST DestroyView", Recorded.Answer("41"));

        (await PollAsync()).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(1);
    }

    [Theory]
    [InlineData("ManagedObjectNotFound", 1, 0)]
    [InlineData("NoPermission", 2, 1)]
    public async Task Objects_in_the_missing_set_of_the_filter_are_gone_or_unreadable(string fault, int machines, int issues)
    {
        await Serve(Of(Object("VirtualMachine", "vm-1"), Object("VirtualMachine", "vm-2")));

        var observed = await Serve(MissingObject("VirtualMachine", "vm-2", $$"""{"_typeName":"{{fault}}"}"""));

        (observed.VmCount, observed.Issues.Count).Should().Be((machines, issues));
    }

    [Fact]
    public async Task A_view_in_the_missing_set_of_the_filter_is_lost_state()
    {
        await PollAsync();
        OnFirst(Changes, Answer(MissingObject("ContainerView", "session[1]2", """{"_typeName":"ManagedObjectNotFound"}""")));

        (await PollAsync()).VmCount.Should().Be(4);

        CountOf("POST CreateContainerView").Should().Be(2);
        Gate.Logins.Should().Be(1);
    }

    private static FaultAction Answer(string body, int status = 200) => Respond(status, body);

    private IEnumerable<string> Versions() => Requests.Where(request => request.Name == Changes)
        .Select(request => JsonNode.Parse(request.Body)!["version"]!.GetValue<string>());

    private static object Change(string id, string? state = null, string? template = null, string? missing = null) =>
        Object("VirtualMachine", id, state, template, missing, "modify");

    private static string MissingObject(string type, string id, string fault) => $$$"""
        {"version":"2","filterSet":[{"missingSet":[{"fault":{{{fault}}},"obj":{"type":"{{{type}}}","value":"{{{id}}}"}}]}]}
        """;

    /// <summary>Polls once, with these answers.</summary>
    private Task<Observed> Serve(params string[] answers)
    {
        OnFirst(Changes, [.. answers.Select(answer => Answer(answer))]);
        return PollAsync();
    }
}
