using Pulse.Host.Tests.Hostile;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Reports;

/// <summary>The steps that only a test takes, each with all its outcomes.</summary>
public sealed class CheckTests(ReportHost host) : IClassFixture<ReportHost>
{
    private static readonly string[] AllSteps =
    [
        "resolve", "connect", "tls", "version", "automation_session", "vi_json_session", "identity", "inventory", "privileges",
        "datastores", "alarms", "events", "snapshots", "performance",
    ];

    [Fact]
    public async Task A_healthy_vcenter_passes_all_fourteen_steps_in_order()
    {
        await using var vcenter = await StartAsync();

        var report = await host.TestAsync(vcenter);

        report.Names().Should().Equal(AllSteps);
        report["steps"]!.AsArray().Should().OnlyContain(step => step!.Text("outcome") == "passed", report.ToJsonString());
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, false));
        report.Step("datastores").Text("summary").Should().Be("3 datastores, 6144 GiB, of which 3072 GiB are free");
        report.Step("events").Text("summary").Should().Be("4 events in the last hour");
        report.Step("performance").Text("summary").Should().Be("6 counters; current CPU and memory of host 'esx001.example.test' and virtual machine 'vm00001'");
        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData("alarms", "triggeredAlarmState", "System.View")]
    [InlineData("events", "QueryEvents", "System.View")]
    [InlineData("performance", "perfCounter", "System.View")]
    [InlineData("performance", "QueryPerf", "Performance.Read")]
    public async Task A_denied_read_is_a_warning_that_names_the_privilege_and_degrades_the_report(string step, string operation, string privilege)
    {
        await using var vcenter = await StartAsync();
        vcenter.Faults.On(operation, FaultAction.Denied(privilege));

        var report = await host.TestAsync(vcenter);

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true), report.ToJsonString());
        var denied = report.Step(step);
        (denied.Text("outcome"), denied.Text("category")).Should().Be(("warning", "permission_denied"));
        denied.Text("summary").Should().Contain($"the account lacks {privilege}");
        denied.Text("remedy").Should().NotBeNullOrEmpty();
        vcenter.Sessions.OpenCount.Should().Be(0);
    }

    [Fact]
    public async Task Objects_that_may_not_be_read_are_counted_by_the_step_that_misses_them()
    {
        await using var vcenter = await StartAsync();
        vcenter.Inventory.Datastores[2].Access = ObjectAccess.NameOnly;
        vcenter.Inventory.VirtualMachines[3].Access = ObjectAccess.NameOnly;

        var report = await host.TestAsync(vcenter);

        report.Step("datastores").Text("summary").Should().Be("Reading 1 of 3 datastores is denied: the account lacks System.Read.");
        report.Step("snapshots").Text("summary").Should().Be("Reading 1 of 4 virtual machines is denied: the account lacks System.Read.");
        report.Flag("degraded").Should().BeTrue();
    }

    [Fact]
    public async Task A_read_that_breaks_is_a_failed_step_and_the_others_go_on()
    {
        await using var vcenter = await StartAsync();
        vcenter.Faults.On("QueryEvents", FaultAction.TruncatedJson);

        var report = await host.TestAsync(vcenter);

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true));
        report.Step("events").Text("outcome").Should().Be("failed");
        report.Step("events").Text("category").Should().Be("protocol");
        report.Step("performance").Text("outcome").Should().Be("passed");
    }

    [Fact]
    public async Task A_read_that_never_answers_does_not_use_up_the_test()
    {
        await using var stalled = await HostileHost.StartAsync();
        stalled.VCenter.Faults.On("QueryPerf", FaultAction.Silence);

        var report = await stalled.TestAsync("QueryPerf");

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true));
        report.Step("performance").Text("category").Should().Be("timeout");
    }

    [Fact]
    public async Task A_failure_of_a_required_step_skips_the_optional_ones()
    {
        await using var vcenter = await StartAsync();
        vcenter.Faults.On("CreateContainerView", FaultAction.TruncatedJson);

        var report = await host.TestAsync(vcenter);

        report.Flag("success").Should().BeFalse();
        report["failure"]!.Text("step").Should().Be("inventory");
        report.Names().Should().Equal(AllSteps);
        report["steps"]!.AsArray().Skip(9).Should().OnlyContain(step => step!.Text("outcome") == "skipped");
    }

    [Fact]
    public async Task Datastores_that_cannot_be_reached_are_named()
    {
        await using var vcenter = await StartAsync();
        vcenter.Inventory.Datastores[1].Accessible = false;

        var report = await host.TestAsync(vcenter);

        report.Step("datastores").Text("outcome").Should().Be("warning");
        report.Step("datastores").Text("summary").Should().Contain("1 of 3 datastores").And.Contain("'datastore002'");
        report.Flag("degraded").Should().BeTrue("vCenter has no current data of it, as polls say, too");
    }

    [Fact]
    public async Task Alarms_and_snapshots_are_counted()
    {
        await using var vcenter = await StartAsync();
        var machines = vcenter.Inventory.VirtualMachines;
        machines[0].Snapshot = new(1, "before-upgrade", DateTimeOffset.UnixEpoch);
        vcenter.Inventory.TriggeredAlarms =
        [
            new(1, machines[0], ManagedEntityStatus.Red, DateTimeOffset.UnixEpoch),
            new(2, vcenter.Inventory.Hosts[0], ManagedEntityStatus.Yellow, DateTimeOffset.UnixEpoch),
        ];

        var report = await host.TestAsync(vcenter);

        report.Step("alarms").Text("summary").Should().Be("2 triggered: 1 red, 1 yellow");
        report.Step("snapshots").Text("summary").Should().Be("1 of 4 virtual machines have 1 snapshots");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(-1, 1)]
    public async Task A_query_for_statistics_respects_the_limit_of_the_server(int most, int queries)
    {
        await using var vcenter = await StartAsync();
        vcenter.Faults.MaxQueryMetrics = most;

        var report = await host.TestAsync(vcenter);

        report.Step("performance").Text("outcome").Should().Be("passed", report.ToJsonString());
        vcenter.Requests.ByOperation.Single(each => each.Key.EndsWith("/QueryPerf", StringComparison.Ordinal)).Value.Should().Be(queries);
    }

    [Fact]
    public async Task A_vcenter_without_statistics_is_a_warning()
    {
        await using var vcenter = await StartAsync();
        vcenter.Faults.WithoutStatistics = true;

        var report = await host.TestAsync(vcenter);

        report.Step("performance").Text("outcome").Should().Be("warning");
        report.Step("performance").Text("summary").Should().StartWith("vCenter has no current statistics of host");
    }

    [Fact]
    public async Task A_poll_takes_none_of_these_steps()
    {
        await using var vcenter = await StartAsync();
        var id = (await host.PostAsync("", ReportHost.Draft(vcenter, "Polled"), System.Net.HttpStatusCode.Created)).Text("id")!;
        await Pulse.Testing.Eventually.GetAsync(() => host.GetAsync(id), connection => connection["poll"]!.Text("state") == "healthy");

        var operations = string.Join('\n', vcenter.Requests.ByOperation.Keys);
        await host.DeleteAsync(id);

        operations.Should().NotContainAny("HasPrivilege", "QueryEvents", "perfCounter", "triggeredAlarmState", "CurrentTime");
    }

    private static Task<VCenterSimulator> StartAsync() => VCenterSimulator.StartAsync(new VCenterSimulatorOptions());
}
