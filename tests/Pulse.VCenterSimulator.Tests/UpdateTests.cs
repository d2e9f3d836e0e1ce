using System.Net;

namespace Pulse.Simulation.Tests;

public sealed class UpdateTests : SimulatorTest
{
    [Fact]
    public async Task The_first_version_reports_every_object_as_entered_and_unset_properties_without_a_value()
    {
        var (_, client, _) = await WatchingAsync("name", "snapshot");
        var first = await WaitAsync(client, "");
        ((string?)first.Json["version"]).Should().Be("1");
        Updates(first).Should().HaveCount(4).And.OnlyContain(update => update.StartsWith("enter vm-"));
        var snapshot = FirstUpdate(first)["changeSet"]!.AsArray()[1]!.AsObject();
        ((string?)snapshot["op"]).Should().Be("assign");
        snapshot.Should().NotContain(member => member.Key == "val");
    }

    [Fact]
    public async Task Nothing_changed_is_null_and_costs_no_bytes()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        simulator.Requests.Clear();
        (await WaitAsync(client, "1")).Text.Should().BeEmpty();
        simulator.Requests.Total.Should().Be(1);
        simulator.Requests.BytesSent.Should().Be(0);
    }

    [Fact]
    public async Task A_change_reports_the_changed_properties_alone()
    {
        var (simulator, client, _) = await WatchingAsync("name", "runtime.powerState", "runtime");
        await WaitAsync(client, "");
        var machine = simulator.Inventory.VirtualMachines[0];
        machine.PowerState = VirtualMachinePowerState.Suspended;
        var update = await WaitAsync(client, "1");
        Updates(update).Should().Equal($"modify {machine.Reference.Value}");
        FirstUpdate(update)["changeSet"]!.AsArray().Select(change => (string?)change!["name"]).Should().Equal("runtime.powerState", "runtime");
    }

    [Fact]
    public async Task Added_removed_and_renamed_machines_are_reported()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        var machines = simulator.Inventory.VirtualMachines;
        var added = simulator.Inventory.AddVirtualMachine("new");
        simulator.Inventory.Remove(machines[0]);
        machines[1].Name = "renamed";
        simulator.Inventory.Remove(simulator.Inventory.AddVirtualMachine("came and went"));
        Updates(await WaitAsync(client, "1")).Should().BeEquivalentTo(
            $"enter {added.Reference.Value}", $"leave {machines[0].Reference.Value}", $"modify {machines[1].Reference.Value}");
    }

    [Fact]
    public async Task A_removed_object_leaves_without_a_change_set()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        simulator.Inventory.Remove(simulator.Inventory.VirtualMachines[0]);
        FirstUpdate(await WaitAsync(client, "1")).AsObject().Select(member => member.Key).Should().Equal("_typeName", "kind", "obj");
    }

    [Fact]
    public async Task OverallStatus_raises_no_update()
    {
        var (simulator, client, _) = await WatchingAsync("overallStatus");
        await WaitAsync(client, "");
        simulator.Inventory.VirtualMachines[0].OverallStatus = ManagedEntityStatus.Red;
        (await WaitAsync(client, "1")).Text.Should().BeEmpty();
    }

    [Fact]
    public async Task The_server_cuts_an_answer_whatever_is_asked_for()
    {
        var (simulator, client) = await LoggedInAsync(Small with { VirtualMachines = 250 });
        simulator.Faults.MaximumObjectUpdates = 100;
        await FilterAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"));
        var first = await WaitAsync(client, "", maximum: 500);
        Updates(first).Should().HaveCount(100);
        ((bool?)first.Json["truncated"]).Should().BeTrue();
    }

    [Fact]
    public async Task A_long_answer_is_a_chain_of_truncated_sets_each_version_usable_once()
    {
        var (_, client, _) = await WatchingAsync("name");
        var first = await WaitAsync(client, "", maximum: 3);
        ((bool?)first.Json["truncated"]).Should().BeTrue();
        var second = await WaitAsync(client, "1", maximum: 3);
        second.Json["truncated"].Should().BeNull();
        Updates(first).Concat(Updates(second)).Distinct().Should().HaveCount(4);
        (await WaitAsync(client, "1")).TypeName.Should().Be("InvalidCollectorVersion");
        (await WaitAsync(client, "2")).Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_whole_version_may_be_used_again_to_recover_a_lost_answer()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        simulator.Inventory.VirtualMachines[0].Name = "renamed";
        var lost = await WaitAsync(client, "1");
        var again = await WaitAsync(client, "1");
        Updates(again).Should().Equal(Updates(lost));
    }

    [Fact]
    public async Task A_version_that_was_never_given_is_refused()
    {
        var (_, client, _) = await WatchingAsync("name");
        (await WaitAsync(client, "7")).TypeName.Should().Be("InvalidCollectorVersion");
    }

    [Fact]
    public async Task A_new_session_knows_neither_the_version_nor_the_filter()
    {
        var (simulator, client, filter) = await WatchingAsync("name");
        await WaitAsync(client, "");
        simulator.Sessions.DropAll();
        (await WaitAsync(client, "1")).TypeName.Should().Be("NotAuthenticated");
        client.Token = (await client.LoginAsync()).Token;
        (await WaitAsync(client, "1")).TypeName.Should().Be("InvalidCollectorVersion");
        (await client.CallAsync("PropertyFilter", filter, "DestroyPropertyFilter")).TypeName.Should().Be("ManagedObjectNotFound");
    }

    [Fact]
    public async Task A_destroyed_filter_reports_nothing_more()
    {
        var (simulator, client, filter) = await WatchingAsync("name");
        await WaitAsync(client, "");
        (await client.CallAsync("PropertyFilter", filter, "DestroyPropertyFilter")).Status.Should().Be(HttpStatusCode.NoContent);
        simulator.Inventory.VirtualMachines[0].Name = "renamed";
        (await WaitAsync(client, "1")).Text.Should().BeEmpty();
        (await client.CallAsync("PropertyFilter", filter, "DestroyPropertyFilter")).TypeName.Should().Be("ManagedObjectNotFound");
    }

    [Fact]
    public async Task A_private_collector_has_versions_of_its_own_until_it_is_destroyed()
    {
        var (_, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        var moId = (string)(await client.CallAsync(Collector, CollectorId, "CreatePropertyCollector")).Json["value"]!;
        await FilterAsync(client, Spec(await ViewAsync(client, "HostSystem"), "HostSystem", "name"), moId);
        var first = await WaitAsync(client, "", collector: moId);
        ((string?)first.Json["version"]).Should().Be("1");
        Updates(first).Should().HaveCount(2);
        (await client.CallAsync(Collector, moId, "DestroyPropertyCollector")).Status.Should().Be(HttpStatusCode.NoContent);
        (await WaitAsync(client, "1", collector: moId)).TypeName.Should().Be("ManagedObjectNotFound");
    }

    [Fact]
    public async Task A_wait_ends_with_a_change()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        var wait = WaitAsync(client, "1", seconds: 60);
        await Clock.WhenArmedAsync();
        simulator.Inventory.VirtualMachines[0].Name = "renamed";
        Updates(await wait).Should().ContainSingle();
    }

    [Fact]
    public async Task A_wait_ends_with_null_when_its_time_is_over()
    {
        var (_, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        var wait = WaitAsync(client, "1", seconds: 60);
        await Clock.WhenArmedAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        (await wait).Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wait_is_cancelled_with_its_session()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        var wait = WaitAsync(client, "1", seconds: 60);
        await Clock.WhenArmedAsync();
        simulator.Sessions.DropAll();
        (await wait).TypeName.Should().Be("RequestCanceled");
    }

    [Fact]
    public async Task An_object_that_becomes_unreadable_reports_what_is_missing()
    {
        var (simulator, client, _) = await WatchingAsync("name", "runtime.powerState");
        await WaitAsync(client, "");
        simulator.Inventory.VirtualMachines[0].Access = ObjectAccess.None;
        var update = FirstUpdate(await WaitAsync(client, "1"));
        ((string?)update["kind"]).Should().Be("modify");
        update["missingSet"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_client_that_fell_too_far_behind_has_to_start_over()
    {
        var (simulator, client, _) = await WatchingAsync("name");
        await WaitAsync(client, "");
        for (var change = 0; change < 10_000; change++)
        {
            simulator.Inventory.VirtualMachines[0].Name = $"name{change}";
        }

        (await WaitAsync(client, "1")).TypeName.Should().Be("InvalidCollectorVersion");
        Updates(await WaitAsync(client, "")).Should().HaveCount(4);
    }

    [Fact]
    public async Task Ten_thousand_machines_are_read_in_few_requests()
    {
        var (simulator, client, _) = await WatchingAsync(Small with { VirtualMachines = 10_000 }, "name", "runtime.powerState");
        simulator.Requests.Clear();
        var (version, count) = ("", 0);
        Reply reply;
        do
        {
            reply = await WaitAsync(client, version, maximum: 1000);
            version = (string)reply.Json["version"]!;
            count += Updates(reply).Length;
        }
        while ((bool?)reply.Json["truncated"] == true);
        count.Should().Be(10_000);
        simulator.Requests.CountOf("WaitForUpdatesEx").Should().Be(10);
    }

    private Task<(VCenterSimulator Simulator, SimulatorClient Client, string Filter)> WatchingAsync(params string[] paths) => WatchingAsync(Small, paths);

    private async Task<(VCenterSimulator Simulator, SimulatorClient Client, string Filter)> WatchingAsync(VCenterSimulatorOptions options, params string[] paths)
    {
        var (simulator, client) = await LoggedInAsync(options);
        return (simulator, client, await FilterAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", paths)));
    }
}
