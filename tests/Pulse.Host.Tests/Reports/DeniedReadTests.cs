using System.Net;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>A denied read in a test of a saved connection keeps the connection degraded, and costs the vCenter no requests until the next test.</summary>
public sealed class DeniedReadTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task A_denied_read_degrades_polls_until_a_test_can_read_it()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(vcenter, "Statistics denied");
        vcenter.Faults.On("QueryPerf", FaultAction.Denied("Performance.Read"));

        var report = await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var tested = await host.GetAsync(id);
        await host.RenameAsync(id, "Statistics denied, and polled");
        var polled = await PolledAsync(id, tested);
        vcenter.Faults.ClearRules();
        await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var after = await host.GetAsync(id);
        await host.DeleteAsync(id);

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true));
        foreach (var connection in new[] { tested, polled })
        {
            connection["poll"]!.Text("state").Should().Be("degraded");
            var issue = connection["observed"]!["issues"]!.AsArray().Should().ContainSingle().Subject!;
            (issue.Text("category"), issue.Text("step")).Should().Be(("permission_denied", "performance"));
            issue.Text("message").Should().Contain("lacks Performance.Read").And.Contain(report.Step("performance").Text("remedy")!);
        }

        after["poll"]!.Text("state").Should().Be("healthy");
        after["observed"]!["issues"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_account_is_not_held_to_what_the_other_one_was_denied()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(vcenter, "Events denied");
        vcenter.Faults.On("QueryEvents", FaultAction.Denied("System.View"));
        await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var before = await host.GetAsync(id);

        await host.ChangeAsync(id, new JsonObject { ["password"] = vcenter.Options.Password });
        var polled = await PolledAsync(id, before);
        await host.DeleteAsync(id);

        before["poll"]!.Text("state").Should().Be("degraded");
        polled["poll"]!.Text("state").Should().Be("healthy");
    }

    [Fact]
    public async Task A_read_that_broke_once_is_no_lasting_issue()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
        var id = await CreateAsync(vcenter, "Events broken");
        vcenter.Faults.On("QueryEvents", FaultAction.TruncatedJson);
        await host.PostAsync($"/{id}/test", null, HttpStatusCode.OK);
        var tested = await host.GetAsync(id);

        await host.RenameAsync(id, "Events broken, and polled");
        var polled = await PolledAsync(id, tested);
        await host.DeleteAsync(id);

        tested["poll"]!.Text("state").Should().Be("degraded");
        polled["poll"]!.Text("state").Should().Be("healthy");
    }

    private async Task<string> CreateAsync(VCenterSimulator vcenter, string name)
    {
        var id = (await host.PostAsync("", ReportHost.Draft(vcenter, name), HttpStatusCode.Created)).Text("id")!;
        await Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "healthy");
        return id;
    }

    private Task<JsonObject> PolledAsync(string id, JsonObject before) => Eventually.GetAsync(
        () => host.GetAsync(id), connection => Attempts(connection) > Attempts(before));

    private static int Attempts(JsonObject connection) => connection["poll"]!["recent"]!.AsArray().Count;
}
