using System.Text.Json.Nodes;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Reports;

/// <summary>The findings of the step <c>privileges</c> about an account.</summary>
public sealed class PrivilegeTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task Read_only_is_just_right()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnly);

        var privileges = (await host.TestAsync(vcenter)).Step("privileges");

        privileges.Text("outcome").Should().Be("passed");
        privileges.Text("summary").Should().EndWith("and nothing beyond reading");
    }

    [Fact]
    public async Task An_account_that_sees_nothing_is_told_what_it_lacks()
    {
        await using var vcenter = await StartAsync(SimulatedRole.NoAccess);

        var report = await host.TestAsync(vcenter);

        report.Flag("success").Should().BeFalse();
        report["failure"]!.Text("category").Should().Be("permission_denied");
        report["failure"]!.Text("message").Should().Contain("lacks System.View");
        report["failure"]!.Text("remedy").Should().Contain("Assign Read-only at the vCenter root");
        report.Step("privileges").Text("outcome").Should().Be("skipped");
    }

    [Fact]
    public async Task A_role_that_does_not_propagate_is_named()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnlyOnRoot);

        ShouldWarn(await host.TestAsync(vcenter), "does not propagate");
    }

    [Fact]
    public async Task An_object_that_the_role_does_not_reach_is_named()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnly);
        vcenter.Inventory.Datacenters[0].Access = ObjectAccess.NameOnly;

        ShouldWarn(await host.TestAsync(vcenter), "System.Read does not reach datacenter 'DC1'");
    }

    [Fact]
    public async Task A_missing_privilege_at_the_root_is_named()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnly);
        vcenter.Inventory.RootFolder.Access = ObjectAccess.NameOnly;

        ShouldWarn(await host.TestAsync(vcenter), "lacks System.Read at the vCenter root");
    }

    [Fact]
    public async Task Where_the_question_is_denied_for_all_it_is_asked_for_each()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnly);
        vcenter.Faults.On("HasPrivilegeOnEntities", FaultAction.Denied("System.Read"), times: 2);

        ShouldWarn(await host.TestAsync(vcenter), "lacks System.Read at the vCenter root");
    }

    [Fact]
    public async Task An_administrator_is_too_powerful_and_at_most_five_privileges_are_named()
    {
        await using var vcenter = await StartAsync(SimulatedRole.Administrator);

        var report = await host.TestAsync(vcenter);

        ShouldWarn(report, "more than read: Authorization.ModifyPermissions, Global.Settings, Host.Config.Maintenance, "
            + "Sessions.TerminateSession, VirtualMachine.Interact.PowerOff and 2 more");
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, false));
    }

    [Fact]
    public async Task Where_the_effective_privileges_are_denied_the_role_says_it()
    {
        await using var vcenter = await StartAsync(SimulatedRole.Administrator);
        vcenter.Faults.On("FetchUserPrivilegeOnEntities", FaultAction.Denied("Authorization.ModifyPermissions"));

        ShouldWarn(await host.TestAsync(vcenter), "more than read");
    }

    [Fact]
    public async Task What_could_not_be_checked_is_said()
    {
        await using var vcenter = await StartAsync(SimulatedRole.Administrator);
        vcenter.Faults.On("FetchUserPrivilegeOnEntities", FaultAction.Denied("Authorization.ModifyPermissions"));
        vcenter.Faults.On("roleList", FaultAction.Denied("System.View"));

        var privileges = (await host.TestAsync(vcenter)).Step("privileges");

        privileges.Text("outcome").Should().Be("passed");
        privileges.Text("summary").Should().EndWith("whether the account may do more than read could not be checked");
    }

    [Fact]
    public async Task A_check_that_breaks_warns_and_degrades_nothing()
    {
        await using var vcenter = await StartAsync(SimulatedRole.ReadOnly);
        vcenter.Faults.On("HasPrivilegeOnEntities", FaultAction.TruncatedJson);

        var report = await host.TestAsync(vcenter);

        report.Step("privileges").Text("outcome").Should().Be("warning");
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, false));
    }

    private static void ShouldWarn(JsonObject report, string words)
    {
        var privileges = report.Step("privileges");
        (privileges.Text("outcome"), privileges.Text("category")).Should().Be(("warning", "permission_denied"), report.ToJsonString());
        privileges.Text("summary").Should().Contain(words);
        privileges.Text("remedy").Should().NotBeNullOrEmpty();
    }

    private static Task<VCenterSimulator> StartAsync(SimulatedRole role) => VCenterSimulator.StartAsync(new VCenterSimulatorOptions { Role = role });
}
