using Pulse.Host.Tests.Reports;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Hostile;

/// <summary>A vCenter that is large or far away, and answers everything.</summary>
public sealed class SlowSystemTests
{
    private static readonly TimeSpan EachAnswer = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task At_two_seconds_an_answer_a_test_succeeds_where_a_poll_does_and_says_what_it_cut()
    {
        await using var host = await HostileHost.StartAsync();
        host.AnswerAfter(EachAnswer);

        var report = await host.TestAsync();
        var id = await host.CreateAsync();
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true));
        report["steps"]!.AsArray().Where(step => step!.Text("outcome") != "passed").Select(step => step!.Text("name")).Should().Equal("performance");
        report.Step("privileges").Text("summary").Should().EndWith("and nothing beyond reading");
        var cut = report.Step("performance");
        (cut.Text("outcome"), cut.Text("category")).Should().Be(("warning", "timeout"));
        cut.Text("summary").Should().Be("Cut after 1.5 s, its share of the 45 s that a test may take. Polls do without it.");
        cut.Text("remedy").Should().Contain("Pulse:Tests:TimeoutSeconds");
    }

    [Fact]
    public async Task What_a_step_had_found_out_before_it_was_cut_is_kept()
    {
        await using var host = await HostileHost.StartAsync();
        host.VCenter.Faults.Add(
            request =>
            {
                host.Clock.Advance(request.Operation.Contains("FetchUserPrivilegeOnEntities", StringComparison.Ordinal) ? TimeSpan.FromSeconds(40) : default);
                return false;
            },
            FaultAction.Silence);

        var step = (await host.TestAsync()).Step("privileges");

        (step.Text("outcome"), step.Text("category")).Should().Be(("warning", "timeout"));
        step.Text("summary").Should().StartWith("System.Read at the vCenter root and on a sample of 4 kinds of objects; whether the account may do more")
            .And.Contain("Cut after 22.5 s");
    }

    [Fact]
    public async Task A_list_that_takes_long_costs_its_share_and_not_the_test()
    {
        await using var host = await HostileHost.StartAsync();
        host.VCenter.Faults.Add(
            request =>
            {
                host.Clock.Advance(request.Operation.EndsWith("/api/vcenter/vm", StringComparison.Ordinal) ? TimeSpan.FromSeconds(20) : default);
                return false;
            },
            FaultAction.Silence);

        var report = await host.TestAsync();

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true));
        report.Step("automation_session").Text("summary").Should()
            .Be("Logged in; the list 'vm' of the Automation API was not read to its end. Cut after 10 s, its share of the 45 s that a test may take. Polls do without it.");
    }

    [Fact]
    public async Task A_first_read_that_needs_several_polls_tells_its_progress_and_reads_nothing_twice()
    {
        const int machines = 300;
        const int objectsEach = 10;
        await using var host = await HostileHost.StartAsync(new() { VirtualMachines = machines });
        host.VCenter.Faults.MaximumObjectUpdates = objectsEach;
        host.AnswerAfter(EachAnswer);

        var id = await host.CreateAsync();
        var first = await host.SeePlannedAttemptAsync(id, 1);
        var last = await host.SeePlannedAttemptAsync(id, 5);

        first["poll"]!.Text("state").Should().Be("degraded");
        first["observed"]!["vmCount"]!.GetValue<int>().Should().BeInRange(1, machines - 1);
        first["observed"]!["issues"]![0]!.Text("message").Should().MatchRegex(@"^The first read is under way: \d+ objects so far\. The next poll continues from there\.$");
        last["poll"]!.Text("state").Should().Be("healthy");
        last["observed"]!["vmCount"]!.GetValue<int>().Should().Be(machines);
        var objects = new[] { "agentCount", "vmCount", "storageCount" }.Sum(name => last["observed"]![name]!.GetValue<int>())
            + last["observed"]!["topology"]!.AsObject().Sum(count => count.Value!.GetValue<int>());
        host.VCenter.Requests.Total.Should().BeLessThanOrEqualTo((objects / objectsEach) + 9 + 5, "each later poll asks once what changed");
    }

    [Fact]
    public async Task A_test_whose_time_does_not_suffice_does_not_overrule_healthy_polls()
    {
        await using var host = await HostileHost.StartAsync(settings: new Dictionary<string, string> { ["Pulse:Tests:TimeoutSeconds"] = "5" });
        host.AnswerAfter(EachAnswer);
        var id = await host.CreateAsync(TimeSpan.FromDays(1));
        await host.SeeAsync(id, poll => poll.Text("state") == "healthy");

        var report = await host.TestSavedAsync(id);
        var connection = await host.GetAsync(id);

        report["failure"]!.Text("category").Should().Be("timeout");
        report["failure"]!.Text("message").Should().EndWith("was cut after 5 s, the time that a test may take.");
        connection["poll"]!.Text("state").Should().Be("healthy");
        connection["poll"]!["recent"]!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task A_poll_that_is_cut_says_so_and_names_its_setting()
    {
        await using var host = await HostileHost.StartAsync();
        host.AnswerAfter(EachAnswer * 3);
        var id = await host.CreateAsync();

        var failing = await host.SeeAsync(id, poll => poll.Text("state") == "failing");

        failing["poll"]!["lastError"]!.Text("message").Should().EndWith("was cut after 30 s, the time that a poll may take.");
        failing["poll"]!["lastError"]!.Text("remedy").Should().Contain("Pulse:Polling:TimeoutSeconds").And.EndWith("Pulse tries again by itself.");
    }

    [Fact]
    public async Task A_draft_that_is_cut_is_not_said_to_be_tried_again()
    {
        await using var host = await HostileHost.StartAsync();
        host.AnswerAfter(EachAnswer * 5);

        var failure = (await host.TestAsync())["failure"]!;

        failure.Text("category").Should().Be("timeout");
        failure.Text("remedy").Should().NotContain("by itself");
    }
}
