namespace Pulse.Simulation.Tests;

public sealed class AuthorizationTests : SimulatorTest
{
    private const string Manager = "AuthorizationManager";

    [Fact]
    public async Task The_effective_role_names_a_role_of_the_list()
    {
        var (simulator, client) = await LoggedInAsync();
        (await client.ReadAsync("Folder", "group-d1", "effectiveRole")).Text.Should().Be("[-2]");
        (await client.ReadAsync("Folder", "group-d1", "triggeredAlarmState")).Text.Should().Be("[]");
        var role = (await client.ReadAsync(Manager, Manager, "roleList")).Json.AsArray().Single(entry => (int?)entry!["roleId"] == -2)!;
        role["privilege"]!.AsArray().Select(privilege => (string?)privilege).Should().BeEquivalentTo("System.Anonymous", "System.Read", "System.View");
        simulator.Inventory.Role = SimulatedRole.Administrator;
        (await client.ReadAsync("Folder", "group-d1", "effectiveRole")).Text.Should().Be("[-1]");
    }

    [Fact]
    public async Task Privileges_are_answered_for_the_key_of_the_session_and_not_for_its_token()
    {
        var (simulator, client) = await LoggedInAsync();
        (await GrantedAsync(client, simulator.Sessions.List()[0].Key)).Should().Equal("System.Read");
        (await GrantedAsync(client, client.Token!)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_full_list_shows_too_many_rights()
    {
        var (simulator, client) = await LoggedInAsync(Small with { Role = SimulatedRole.Administrator });
        var reply = await client.CallAsync(Manager, Manager, "FetchUserPrivilegeOnEntities", new
        {
            entities = new[] { new { _typeName = "ManagedObjectReference", type = "Folder", value = "group-d1" } },
            userName = "VSPHERE.LOCAL\\pulse",
        });
        reply.Json[0]!["privileges"]!.AsArray().Should().HaveCount(SimulatedRole.Administrator.Privileges.Count);
        simulator.Inventory.Role.Should().Be(SimulatedRole.Administrator);
    }

    [Fact]
    public async Task A_role_that_does_not_propagate_shows_the_root_folder_alone()
    {
        var (simulator, client) = await LoggedInAsync(Small with { Role = SimulatedRole.ReadOnlyOnRoot });
        (await RetrieveAsync(client, Spec(await ViewAsync(client), "ManagedEntity", "name"))).Text.Should().BeEmpty();
        (await client.GetAsync("/api/vcenter/vm")).Text.Should().Be("[]");
        (await client.ReadAsync("Folder", "group-d1", "name")).Text.Should().Be("\"Datacenters\"");
        (await client.ReadAsync(simulator.Inventory.Hosts[0], "name")).TypeName.Should().Be("NoPermission");
    }

    [Fact]
    public async Task Without_access_nothing_is_seen()
    {
        var (_, client) = await LoggedInAsync(Small with { Role = SimulatedRole.NoAccess });
        (await client.ReadAsync("Folder", "group-d1", "name")).TypeName.Should().Be("NoPermission");
        ((string?)(await ViewAsync(client, "VirtualMachine"))["_typeName"]).Should().Be("NoPermission");
    }

    private static async Task<string?[]> GrantedAsync(SimulatorClient client, string sessionId)
    {
        var reply = await client.CallAsync(Manager, Manager, "HasPrivilegeOnEntities", new
        {
            entity = new[] { new { _typeName = "ManagedObjectReference", type = "Folder", value = "group-d1" } },
            sessionId,
            privId = new[] { "System.Read", "Global.Settings" },
        });
        return [.. reply.Json[0]!["privAvailability"]!.AsArray().Where(entry => (bool)entry!["isGranted"]!).Select(entry => (string?)entry!["privId"])];
    }
}
