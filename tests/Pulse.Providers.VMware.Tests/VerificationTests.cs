using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using Pulse.Recordings;
using Pulse.Simulation;
using static Pulse.Providers.VMware.Tests.Support.UpdateSets;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The comparison with a fresh read, every half an hour.</summary>
public sealed class VerificationTests : VCenterTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_fresh_read_that_agrees_says_nothing_and_waits_half_an_hour_for_the_next()
    {
        PlayRecordings();
        await PollAsync();
        await PollLaterAsync(HalfAnHour - TimeSpan.FromMinutes(1));
        CountOf("POST RetrievePropertiesEx").Should().Be(0);

        await PollLaterAsync(TimeSpan.FromMinutes(1));
        await PollLaterAsync(TimeSpan.FromMinutes(1));

        CountOf("POST RetrievePropertiesEx").Should().Be(1);
        CountOf("POST ContinueRetrievePropertiesEx").Should().Be(2);
        CountOf("POST CreateFilter").Should().Be(1);
        Log.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_are_asked_for_by_size_and_followed_by_their_tokens()
    {
        PlayRecordings();
        await PollAsync();
        await PollLaterAsync(HalfAnHour);

        Requests.Single(request => request.Name == "POST RetrievePropertiesEx").Body.Should().Contain("\"maxObjects\":2000");
        Requests.Where(request => request.Name == "POST ContinueRetrievePropertiesEx").Select(request => request.Body).Should().Equal(
            $$"""{"token":"{{Recording.Of("23").Json.GetProperty("token").GetString()}}"}""",
            $$"""{"token":"{{Recording.Of("24").Json.GetProperty("token").GetString()}}"}""");
    }

    [Theory]
    [InlineData("connected", "vm-1", 1)]
    [InlineData("orphaned", "vm-1 vm-2", 1)]
    [InlineData("connected", "vm-1 vm-2 vm-3", 1)]
    [InlineData("connected", "vm-1 vm-3", 2)]
    public async Task A_difference_is_logged_as_a_defect_in_counts_only_and_the_state_is_rebuilt(string state, string machines, int differences)
    {
        OnUpdates(first: Respond(200, Of(Object("VirtualMachine", "vm-1"), Object("VirtualMachine", "vm-2"))), later: Null);
        await PollAsync();
        On("POST RetrievePropertiesEx", Respond(200, Page([.. machines.Split(' ').Select(
            id => Object("VirtualMachine", id, State(id == "vm-2" ? state : "connected"), kind: "page"))])));

        (await PollLaterAsync(HalfAnHour)).VmCount.Should().Be(2);

        Log.Lines.Should().ContainSingle().Which.Should().StartWith("Error ").And.Contain($"{differences} differences").And.NotContain("vm-");
        CountOf("POST CreateFilter").Should().Be(2);
        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task What_changes_while_it_is_read_is_no_difference()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new() { VirtualMachines = 50 });
        await using var connection = new SimulatedConnection(vcenter);
        vcenter.Faults.MaximumPageSize = 10;
        await connection.PollAsync();
        vcenter.Faults.Add(request => request.Operation.Contains("RetrievePropertiesEx") && Change(vcenter.Inventory), FaultAction.Silence);
        connection.Clock.Advance(HalfAnHour);

        var observed = await connection.PollAsync();

        observed.VmCount.Should().Be(vcenter.Inventory.VirtualMachines.Count);
        vcenter.Requests.CountOf("/ContinueRetrievePropertiesEx").Should().BeGreaterThan(4);
        connection.Log.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task What_became_readable_again_is_no_difference()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new());
        await using var connection = new SimulatedConnection(vcenter);
        var machine = vcenter.Inventory.AddUnreadable("hidden");
        await connection.PollAsync();
        machine.Access = ObjectAccess.Full;
        await connection.PollAsync();
        connection.Clock.Advance(HalfAnHour);

        (await connection.PollAsync()).Complete.Should().BeTrue();

        vcenter.Requests.CountOf("/RetrievePropertiesEx").Should().Be(1);
        connection.Log.Lines.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_denied_second_page_is_replaced_by_one_large_page_or_the_verification_is_left_out(bool alsoWithoutSize)
    {
        PlayRecordings();
        await PollAsync();
        On("POST ContinueRetrievePropertiesEx", Respond(500, NoPermission));
        if (!alsoWithoutSize)
        {
            On("POST RetrievePropertiesEx", Respond(200, Page([.. RecordedObjects()])));
            OnBody("POST RetrievePropertiesEx", "maxObjects", Recorded.Answer("23"));
        }

        (await PollLaterAsync(HalfAnHour)).VmCount.Should().Be(4);

        CountOf("POST RetrievePropertiesEx").Should().Be(2);
        Requests.Last(request => request.Name == "POST RetrievePropertiesEx").Body.Should().Contain("{\"_typeName\":\"RetrieveOptions\"}");
        Log.Lines.Should().BeEmpty();
    }

    [Theory]
    [InlineData(NullForm.EmptyOk)]
    [InlineData(NullForm.NoContent)]
    [InlineData(NullForm.Literal)]
    public async Task A_fresh_read_with_nothing_in_it_counts_as_an_expired_session(NullForm form)
    {
        await PollAsync();
        VCenter.Faults.NullForm = form;
        OnFirst("POST RetrievePropertiesEx", Null);

        (await PollLaterAsync(HalfAnHour)).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
        Log.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fresh_read_full_of_not_authenticated_counts_as_an_expired_session()
    {
        await PollAsync();
        OnFirst("POST RetrievePropertiesEx", Respond(200, Page(Object("VirtualMachine", "vm-43", missing: NotAuthenticated, kind: "page"))));

        (await PollLaterAsync(HalfAnHour)).VmCount.Should().Be(4);

        Gate.Logins.Should().Be(2);
        Log.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fresh_read_without_end_is_a_protocol_failure()
    {
        PlayRecordings();
        await PollAsync();
        On("POST ContinueRetrievePropertiesEx", Recorded.Answer("24"));
        Clock.Advance(HalfAnHour);

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);
    }

    private static IEnumerable<object> RecordedObjects() =>
        from number in new[] { "23", "24", "25" }
        from found in Recording.Of(number).Json.GetProperty("objects").EnumerateArray()
        select (object)found;

    private static bool Change(Inventory inventory)
    {
        inventory.Remove(inventory.VirtualMachines[0]);
        inventory.VirtualMachines[^1].ConnectionState = VirtualMachineConnectionState.Disconnected;
        inventory.VirtualMachines[^2].ConnectionState = VirtualMachineConnectionState.Orphaned;
        inventory.Remove(inventory.AddVirtualMachine("short-lived"));
        inventory.AddTemplate("mould");
        inventory.AddUnreadable("hidden");
        return false;
    }

    private Task<PlatformConnections.Platforms.Observed> PollLaterAsync(TimeSpan later)
    {
        Clock.Advance(later);
        return PollAsync();
    }
}
