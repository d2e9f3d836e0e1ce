using System.Net;

namespace Pulse.Simulation.Tests;

public sealed class AutomationListTests : SimulatorTest
{
    public static TheoryData<string, int, VCenterSimulatorOptions> Maxima => new()
    {
        { "host", 2500, new() { Hosts = 2500 } },
        { "vm", 4000, new() { VirtualMachines = 4000, Templates = 5 } },
        { "datastore", 2500, new() { Datastores = 2500 } },
        { "datacenter", 1000, new() { Datacenters = 1000 } },
        { "cluster", 1000, new() { Clusters = 1000 } },
        { "folder", 1000, new() { Folders = 995 } },
        { "resource-pool", 1000, new() { ResourcePools = 999 } },
        { "network", 1000, new() { Networks = 1000 } },
    };

    [Theory]
    [MemberData(nameof(Maxima))]
    public async Task A_list_over_its_maximum_is_refused_as_a_whole(string list, int maximum, VCenterSimulatorOptions options)
    {
        var (simulator, client) = await LoggedInAsync(options);
        (await client.GetAsync($"/api/vcenter/{list}")).Json.AsArray().Should().HaveCount(maximum);

        var inventory = simulator.Inventory;
        inventory.AddDatacenter("one more");
        inventory.AddHost("one more", inventory.AddCluster("one more"));
        inventory.AddDatastore("one more");
        inventory.AddNetwork("one more");
        inventory.AddFolder("one more");
        inventory.AddVirtualMachine("one more");
        var reply = await client.GetAsync($"/api/vcenter/{list}");
        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.ErrorType.Should().Be("UNABLE_TO_ALLOCATE_RESOURCE");
    }

    [Fact]
    public async Task Templates_and_invisible_machines_are_left_out_and_orphans_have_no_size()
    {
        var (simulator, client) = await LoggedInAsync(Small with { VirtualMachines = 0, Templates = 1 });
        simulator.Inventory.AddUnreadable("hidden", ObjectAccess.None);
        simulator.Inventory.AddOrphan("orphan");
        var machine = (await client.GetAsync("/api/vcenter/vm")).Json.AsArray().Should().ContainSingle().Which!;
        machine.AsObject().Select(member => member.Key).Should().BeEquivalentTo("vm", "name", "power_state");
    }

    [Fact]
    public async Task Lists_can_be_filtered_by_name_and_place()
    {
        var (simulator, client) = await LoggedInAsync();
        var host = simulator.Inventory.Hosts[0].Reference.Value;
        (await client.GetAsync("/api/vcenter/vm?names=vm00001&names=vm00003")).Json.AsArray().Should().HaveCount(2);
        (await client.GetAsync($"/api/vcenter/vm?hosts={host}")).Json.AsArray().Should().HaveCount(2);
        (await client.GetAsync("/api/vcenter/vm?unknown=x")).Json.AsArray().Should().HaveCount(4);
        (await client.GetAsync("/api/vcenter/vm?filter.names=vm00001")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_plain_read_only_user_may_not_read_the_appliance_version()
    {
        var (simulator, client) = await LoggedInAsync();
        var reply = await client.GetAsync("/api/appliance/system/version");
        reply.Status.Should().Be(HttpStatusCode.Forbidden);
        reply.ErrorType.Should().Be("UNAUTHORIZED");
        simulator.Faults.ApplianceVersionAllowed = true;
        ((string?)(await client.GetAsync("/api/appliance/system/version")).Json["version"]).Should().Be("8.0.3.00000");
    }

    [Theory]
    [InlineData("/api/about")]
    [InlineData("/api/stats/metrics")]
    [InlineData("/api/PropertyCollector/propertyCollector/RetrievePropertiesEx")]
    public async Task Unknown_paths_are_NOT_FOUND(string path)
    {
        var (_, client) = await LoggedInAsync();
        var reply = await client.GetAsync(path);
        reply.Status.Should().Be(HttpStatusCode.NotFound);
        reply.ErrorType.Should().Be("NOT_FOUND");
    }

    [Theory]
    [InlineData("8.0u3k", "memory_size_MiB")]
    [InlineData("9.0", "memory_size_MiB")]
    [InlineData("9.1", "memory_size_mib")]
    [InlineData("9.1.1", "memory_size_mib")]
    public async Task The_memory_size_of_a_machine_has_another_name_in_9_1(string profile, string member)
    {
        var (_, client) = await LoggedInAsync(Small with { Profile = VCenterProfile.Named(profile) });
        client.Token = (await client.CreateSessionAsync()).Token;
        (await client.GetAsync("/api/vcenter/vm")).Json[0]![member].Should().NotBeNull();
    }
}
