using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

/// <summary>Objects read whole carry every member that the document requires: the contract watch of the simulator says so.</summary>
public sealed class WholeObjectTests : SimulatorTest
{
    public static TheoryData<string> Profiles => [.. VCenterProfile.All.Where(profile => profile.VimJson).Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_property_of_every_object_can_be_read_whole(string profile)
    {
        var (simulator, client) = await LoggedInAsync(Small with { Profile = VCenterProfile.Named(profile), Templates = 1, Folders = 1, ResourcePools = 1 });
        simulator.Inventory.AddHost("alone");
        simulator.Inventory.AddOrphan("orphan");
        simulator.Inventory.VirtualMachines[0].Snapshot = new(1, "before", Clock.GetUtcNow());
        simulator.Inventory.Datastores[0].Accessible = false;

        var spec = Spec(await ViewAsync(client), "ManagedEntity");
        spec["propSet"] = new JsonArray([.. Types.Select(type => new JsonObject { ["_typeName"] = "PropertySpec", ["type"] = type, ["all"] = true })]);
        var page = await RetrieveAsync(client, spec);

        page.Json["objects"]!.AsArray().Select(content => (string)content!["obj"]!["type"]!).Distinct().Should().BeEquivalentTo(Types);
        await simulator.DisposeAsync();
    }

    private static readonly string[] Types =
        ["Folder", "Datacenter", "ComputeResource", "ClusterComputeResource", "ResourcePool", "HostSystem", "VirtualMachine", "Datastore", "Network", "DistributedVirtualPortgroup"];
}
