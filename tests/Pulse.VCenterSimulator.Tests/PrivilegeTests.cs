using System.Net;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation.Tests;

/// <summary>What an account needs for a call, and what answers about privileges may leave out.</summary>
public sealed class PrivilegeTests : SimulatorTest
{
    private const string Manager = "AuthorizationManager";

    [Fact]
    public async Task An_account_that_sees_nothing_may_not_even_log_out()
    {
        var (simulator, client) = await LoggedInAsync(Small with { Role = SimulatedRole.NoAccess });
        (await client.CallAsync("SessionManager", "SessionManager", "Logout")).TypeName.Should().Be("NoPermission");
        simulator.Sessions.OpenCount.Should().Be(1);
    }

    [Fact]
    public async Task HasPrivilegeOnEntities_needs_to_read_each_entity()
    {
        var (simulator, client) = await LoggedInAsync();
        (await AskAsync(client, "HasPrivilegeOnEntities")).Status.Should().Be(HttpStatusCode.OK);
        simulator.Inventory.RootFolder.Access = ObjectAccess.NameOnly;
        var reply = await AskAsync(client, "HasPrivilegeOnEntities");
        reply.TypeName.Should().Be("NoPermission");
        ((string?)reply.Json["privilegeId"]).Should().Be("System.Read");
        (await AskAsync(client, "FetchUserPrivilegeOnEntities")).Status.Should().Be(HttpStatusCode.OK, "System.View is enough there");
    }

    [Theory]
    [InlineData("8.0u1", "NoPermission")]
    [InlineData("8.0u2", "NoPermission")]
    [InlineData("8.0u3", "RetrieveResult")]
    [InlineData("9.1.1", "RetrieveResult")]
    public async Task The_next_page_needs_to_read_the_root_folder_before_8_0_U3(string profile, string expected)
    {
        var (simulator, client) = await LoggedInAsync(Small with { Profile = VCenterProfile.Named(profile) });
        var page = await RetrieveAsync(client, Spec(await ViewAsync(client, "VirtualMachine"), "VirtualMachine", "name"), maxObjects: 1);
        simulator.Inventory.RootFolder.Access = ObjectAccess.NameOnly;
        (await ContinueAsync(client, page, "ContinueRetrievePropertiesEx")).TypeName.Should().Be(expected);

        simulator.Inventory.RootFolder.Access = ObjectAccess.Full;
        simulator.Inventory.Role = SimulatedRole.NoAccess;
        (await ContinueAsync(client, page, "CancelRetrievePropertiesEx")).TypeName.Should().Be("NoPermission");
    }

    [Theory]
    [InlineData("HasPrivilegeOnEntities", PrivilegeForm.Null, "null")]
    [InlineData("HasPrivilegeOnEntities", PrivilegeForm.EntityLeftOut, "[]")]
    [InlineData("HasPrivilegeOnEntities", PrivilegeForm.ListEmpty, "*\"privAvailability\":[]*")]
    [InlineData("HasPrivilegeOnEntities", PrivilegeForm.ListLeftOut, "*\"value\":\"group-d1\"}}]")]
    [InlineData("FetchUserPrivilegeOnEntities", PrivilegeForm.Full, "*\"System.Read\"*")]
    [InlineData("FetchUserPrivilegeOnEntities", PrivilegeForm.Null, "null")]
    [InlineData("FetchUserPrivilegeOnEntities", PrivilegeForm.EntityLeftOut, "[]")]
    [InlineData("FetchUserPrivilegeOnEntities", PrivilegeForm.ListEmpty, "*\"privileges\":[]*")]
    [InlineData("FetchUserPrivilegeOnEntities", PrivilegeForm.ListLeftOut, "*\"value\":\"group-d1\"}}]")]
    public async Task Answers_about_privileges_may_leave_out_what_is_optional(string method, PrivilegeForm form, string text)
    {
        var (simulator, client) = await LoggedInAsync();
        (simulator.Faults.PrivilegeAnswers, simulator.Faults.NullForm) = (form, NullForm.Literal);
        (await AskAsync(client, method)).Text.Should().Match(text);
    }

    [Theory]
    [InlineData(PrivilegeForm.Null, "null")]
    [InlineData(PrivilegeForm.EntityLeftOut, "*\"roleId\":-5*")]
    [InlineData(PrivilegeForm.ListEmpty, "*\"privilege\":[]*")]
    [InlineData(PrivilegeForm.ListLeftOut, "*\"roleId\":-2*")]
    public async Task The_list_of_roles_may_leave_out_what_is_optional(PrivilegeForm form, string text)
    {
        var (simulator, client) = await LoggedInAsync();
        (simulator.Faults.RoleList, simulator.Faults.NullForm) = (form, NullForm.Literal);
        var reply = await client.ReadAsync(Manager, Manager, "roleList");
        reply.Text.Should().Match(text);
        reply.Text.Contains("\"roleId\":-2", StringComparison.Ordinal).Should().Be(form is PrivilegeForm.ListEmpty or PrivilegeForm.ListLeftOut);
        reply.Text.Should().NotContain("System.Read\"]");
    }

    [Fact]
    public async Task What_the_document_lets_a_caller_do_with_System_View_needs_it()
    {
        var (_, client) = await LoggedInAsync(Small with { Role = SimulatedRole.NoAccess });
        Reply[] replies =
        [
            await client.CallAsync("ServiceInstance", "ServiceInstance", "CurrentTime"),
            await client.CallAsync(Collector, CollectorId, "CreatePropertyCollector"),
            await client.ReadAsync("PerformanceManager", "PerfMgr", "perfCounter"),
            await client.ReadAsync(Manager, Manager, "roleList"),
        ];
        replies.Select(reply => reply.TypeName).Should().AllBe("NoPermission");
    }

    [Fact]
    public void A_property_needs_what_the_document_says()
    {
        var contract = VendorContract.Load();
        var wrong = PropertyCatalogue.All
            .Where(each => (contract.Find("GET", $"/sdk/vim25/9.1.1.0/{each.Type}/x/{each.Property.Path.Split('.')[0]}")!.Privilege == Privileges.View) != each.Property.NeedsOnlyView)
            .Select(each => $"{each.Type}.{each.Property.Path}");
        wrong.Should().BeEmpty();
    }

    private static Task<Reply> ContinueAsync(SimulatorClient client, Reply page, string method) =>
        client.CallAsync(Collector, CollectorId, method, new { token = (string?)page.Json["token"] });

    private static async Task<Reply> AskAsync(SimulatorClient client, string method)
    {
        var entities = new[] { new { _typeName = "ManagedObjectReference", type = "Folder", value = "group-d1" } };
        var session = await client.ReadAsync("SessionManager", "SessionManager", "currentSession");
        return method == "HasPrivilegeOnEntities"
            ? await client.CallAsync(Manager, Manager, method, new { entity = entities, sessionId = (string?)session.Json["key"], privId = new[] { "System.Read" } })
            : await client.CallAsync(Manager, Manager, method, new { entities, userName = "pulse@vsphere.local" });
    }
}
