using System.Net;
using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

public sealed class RetrieveTests : SimulatorTest
{
    [Fact]
    public async Task Pages_are_chained_by_tokens_that_work_once()
    {
        var (_, client) = await LoggedInAsync(Small with { VirtualMachines = 5 });
        var first = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"), maxObjects: 2);
        var second = await ContinueAsync(client, first);
        var third = await ContinueAsync(client, second);
        new[] { first, second, third }.Select(page => page.Json["objects"]!.AsArray().Count).Should().Equal(2, 2, 1);
        third.Json["token"].Should().BeNull();
        (await ContinueAsync(client, first)).TypeName.Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task A_token_is_bound_to_its_session()
    {
        var (simulator, client) = await LoggedInAsync();
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"), maxObjects: 1);
        var other = ClientOf(simulator);
        other.Token = (await other.LoginAsync()).Token;
        (await ContinueAsync(other, page)).TypeName.Should().Be("InvalidArgument");
        (await ContinueAsync(client, page)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cancelled_retrieval_cannot_be_continued()
    {
        var (_, client) = await LoggedInAsync();
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"), maxObjects: 1);
        var cancelled = await client.CallAsync(Collector, CollectorId, "CancelRetrievePropertiesEx", new { token = (string?)page.Json["token"] });
        cancelled.Status.Should().Be(HttpStatusCode.NoContent);
        (await ContinueAsync(client, page)).TypeName.Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task The_server_cuts_pages_by_its_own_policy()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.MaximumPageSize = 3;
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"));
        page.Json["objects"]!.AsArray().Should().HaveCount(3);
        page.Json["token"].Should().NotBeNull();
    }

    [Fact]
    public async Task A_page_of_no_objects_is_an_invalid_argument()
    {
        var (_, client) = await LoggedInAsync();
        (await RetrieveAsync(client, Spec(await ViewAsync(client), "VirtualMachine", "name"), maxObjects: 0)).TypeName.Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task Continuing_is_refused_while_the_bug_of_8_0_2_is_switched_on()
    {
        var (simulator, client) = await LoggedInAsync();
        simulator.Faults.ContinueRefused = true;
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"), maxObjects: 1);
        (await ContinueAsync(client, page)).TypeName.Should().Be("NoPermission");
    }

    [Fact]
    public async Task An_unset_property_is_absent_and_no_match_is_null()
    {
        var (_, client) = await LoggedInAsync(Small with { VirtualMachines = 1, ResourcePools = 0 });
        var view = await ViewAsync(client, "VirtualMachine");
        var page = await RetrieveAsync(client, Spec(view, "VirtualMachine", "name", "snapshot"));
        page.Json["objects"]![0]!["propSet"]!.AsArray().Select(property => (string?)property!["name"]).Should().Equal("name");
        (await RetrieveAsync(client, Spec(view, "HostSystem", "name"))).Text.Should().BeEmpty();
    }

    [Theory]
    [InlineData("8.0u3", false, "NoPermission")]
    [InlineData("9.0", false, "NoPermission")]
    [InlineData("9.1.1", false, "NoPermission")]
    [InlineData("9.1.1", true, "LocalizedMethodFault")]
    public async Task What_may_not_be_read_is_in_the_missing_set(string profile, bool isWrapped, string fault)
    {
        var (simulator, client) = await LoggedInAsync(Small with { Profile = VCenterProfile.Named(profile), VirtualMachines = 0 });
        simulator.Faults.WrappedNestedFaults = isWrapped;
        simulator.Inventory.AddUnreadable("secret");
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name", "runtime.powerState"));
        var content = page.Json["objects"]![0]!;
        ((string?)content["propSet"]!.AsArray().Single()!["name"]).Should().Be("name");
        var missing = content["missingSet"]!.AsArray().Single()!;
        ((string?)missing["path"]).Should().Be("runtime.powerState");
        ((string?)missing["fault"]!["_typeName"]).Should().Be(fault);
        var innermost = missing["fault"]!["fault"] ?? missing["fault"]!;
        ((string?)innermost["privilegeId"]).Should().Be("System.Read");
    }

    [Fact]
    public async Task A_dead_session_answers_a_missing_set_full_of_NotAuthenticated_null_or_a_fault()
    {
        var (simulator, client) = await LoggedInAsync();
        var spec = Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name", "parent");
        simulator.Sessions.DropAll();
        var page = await RetrieveAsync(client, (JsonObject)spec.DeepClone());
        page.Status.Should().Be(HttpStatusCode.OK);
        var contents = page.Json["objects"]!.AsArray();
        contents.Should().HaveCount(4).And.OnlyContain(content => content!["propSet"] == null);
        contents.SelectMany(content => content!["missingSet"]!.AsArray()).Select(missing => (string?)missing!["fault"]!["_typeName"])
            .Should().HaveCount(8).And.OnlyContain(type => type == "NotAuthenticated");

        simulator.Faults.DeadSession = DeadSessionForm.Null;
        (await RetrieveAsync(client, (JsonObject)spec.DeepClone())).Text.Should().BeEmpty();
        simulator.Faults.DeadSession = DeadSessionForm.Fault;
        (await RetrieveAsync(client, spec)).TypeName.Should().Be("NotAuthenticated");
    }

    [Fact]
    public async Task Subtypes_match_in_views_and_in_specs()
    {
        var (_, client) = await LoggedInAsync(Small with { Networks = 2 });
        (await TypesAsync(client, "Network")).Should().BeEquivalentTo("Network", "DistributedVirtualPortgroup");
        (await TypesAsync(client, "ComputeResource")).Should().Equal("ClusterComputeResource");
        (await TypesAsync(client, "ManagedEntity")).Should().Contain(["Folder", "HostSystem", "VirtualMachine"]);
    }

    [Fact]
    public async Task A_view_below_a_container_shows_only_what_is_in_it()
    {
        var (simulator, client) = await LoggedInAsync(Small with { Datacenters = 2, Clusters = 2, VirtualMachines = 6 });
        var cluster = simulator.Inventory.Clusters[0].Reference;
        var view = await client.CallAsync("ViewManager", "ViewManager", "CreateContainerView", new
        {
            container = new { _typeName = "ManagedObjectReference", type = cluster.Type, value = cluster.Value },
            type = new[] { "VirtualMachine" },
            recursive = true,
        });
        var page = await RetrieveAsync(client, Spec(view.Json, "VirtualMachine", "name"));
        page.Json["objects"]!.AsArray().Should().HaveCount(3);
    }

    [Fact]
    public async Task A_destroyed_view_is_not_found()
    {
        var (_, client) = await LoggedInAsync();
        var view = await ViewAsync(client, "VirtualMachine");
        var moId = (string)view["value"]!;
        (await client.CallAsync("ContainerView", moId, "DestroyView")).Status.Should().Be(HttpStatusCode.NoContent);
        (await client.CallAsync("ContainerView", moId, "DestroyView")).TypeName.Should().Be("ManagedObjectNotFound");
        (await RetrieveAsync(client, Spec(view, "VirtualMachine", "name"))).TypeName.Should().Be("ManagedObjectNotFound");
    }

    private static Task<Reply> ContinueAsync(SimulatorClient client, Reply page) =>
        client.CallAsync(Collector, CollectorId, "ContinueRetrievePropertiesEx", new { token = (string?)page.Json["token"] });

    private static async Task<string?[]> TypesAsync(SimulatorClient client, string type)
    {
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, type), type, "name"));
        return [.. page.Json["objects"]!.AsArray().Select(content => (string?)content!["obj"]!["type"]).Distinct()];
    }
}
