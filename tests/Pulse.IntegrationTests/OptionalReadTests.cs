using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests;

/// <summary>The optional steps, with each way in which they can fail: the report names the failure, and polling still works.</summary>
public sealed class OptionalReadTests(SharedPulse shared) : VCenterTest(shared), IClassFixture<SharedPulse>
{
    private const string AnyObject = "/sdk/vim25/[^/]+/[^/]+/[^/]+/";

    /// <summary>The optional steps. Each has a request on which it depends, and the privilege that this request needs at least.</summary>
    private static readonly (string Step, string Method, string Member, string? Asking, string Privilege)[] Reads =
    [
        ("datastores", "POST", "RetrievePropertiesEx", "summary.freeSpace", "System.Read"),
        ("alarms", "GET", "triggeredAlarmState", null, "System.View"),
        ("events", "POST", "CurrentTime", null, "System.View"),
        ("events", "POST", "QueryEvents", null, "System.View"),
        ("snapshots", "POST", "RetrievePropertiesEx", "\"snapshot\"", "System.Read"),
        ("performance", "GET", "perfCounter", null, "System.View"),
        ("performance", "POST", "RetrievePropertiesEx", "runtime.connectionState", "System.View"),
        ("performance", "POST", "QueryPerfProviderSummary", null, "System.View"),
        ("performance", "POST", "QueryPerf", null, "System.View"),
    ];

    public static TheoryData<string, string> Steps => new(Reads.Select(read => (read.Step, NameOf(read))));

    public static TheoryData<string, string, string, string> BrokenAnswers => new(
        from read in Reads
        from broken in new[] { ("unavailable", "unavailable"), ("html", "protocol"), ("cut short", "protocol"), ("unknown fault", "unknown") }
        select (read.Step, NameOf(read), broken.Item1, broken.Item2));

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_denied_read_names_the_privilege_and_the_connection_still_polls(string step, string read)
    {
        Answer(read, Fault(new JsonObject { ["_typeName"] = "NoPermission", ["privilegeId"] = PrivilegeOf(read) }));

        var report = await Pulse.TestAsync(Draft());

        CheckDegraded(report, step, "warning", "permission_denied");
        report.Step(step).Text("summary").Should().Contain($"the account lacks {PrivilegeOf(read)}");
        report.Step(step).Text("remedy").Should().Contain("Read-only");
        await CheckPollsAsync(step);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_denied_read_without_a_privilege_names_what_reading_needs(string step, string read)
    {
        Answer(read, Fault(new JsonObject { ["_typeName"] = "NoPermission" }));

        var report = await Pulse.TestAsync(Draft());

        CheckDegraded(report, step, "warning", "permission_denied");
        report.Step(step).Text("summary").Should().Contain("the account lacks System.");
    }

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task A_read_that_breaks_fails_its_step_alone(string step, string read, string answer, string category)
    {
        Answer(read, Broken(answer));

        var report = await Pulse.TestAsync(Draft());

        CheckDegraded(report, step, "failed", category);
        report.Step(step).Text("summary").Should().Contain($"127.0.0.1:{VCenter.Port}");
        report.Step(step).Text("remedy").Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("datastores", "datastores by RetrievePropertiesEx")]
    [InlineData("alarms", "alarms by triggeredAlarmState")]
    [InlineData("events", "events by QueryEvents")]
    [InlineData("snapshots", "snapshots by RetrievePropertiesEx")]
    [InlineData("performance", "performance by QueryPerf")]
    public async Task A_read_that_hangs_costs_its_share_of_the_time_and_no_more(string step, string read)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock, "Tests:TimeoutSeconds=6");
        Answer(read, Response.Create().Over(TimeSpan.FromHours(1)));

        var test = Pulse.TestAsync(Draft());
        await WasAskedAsync(read);
        clock.Advance(TimeSpan.FromSeconds(3));

        var report = await test;
        CheckDegraded(report, step, "warning", "timeout");
        report.Step(step).Text("summary").Should().StartWith("Cut after 3 s, its share of the 6 s");
    }

    [Fact]
    public async Task Where_vCenter_keeps_no_counter_that_Pulse_knows_the_step_says_which_it_looked_for()
    {
        Answer("performance by perfCounter", Json(new JsonArray()));

        var step = (await Pulse.TestAsync(Draft())).Step("performance");

        (step.Text("outcome"), step.Text("category")).Should().Be(("warning", "unavailable"));
        step.Text("summary").Should().Contain("cpu.usage.average").And.Contain("mem.usage.average");
    }

    [Fact]
    public async Task A_datastore_that_no_host_reaches_is_named()
    {
        Answer("datastores by RetrievePropertiesEx", Json(JsonNode.Parse(
            """
            { "_typeName": "RetrieveResult", "objects": [ { "_typeName": "ObjectContent",
              "obj": { "_typeName": "ManagedObjectReference", "type": "Datastore", "value": "datastore-36" },
              "propSet": [
                { "_typeName": "DynamicProperty", "name": "name", "val": { "_typeName": "string", "_value": "LocalDS_0" } },
                { "_typeName": "DynamicProperty", "name": "summary.accessible", "val": { "_typeName": "boolean", "_value": false } } ] } ] }
            """)!));

        var step = (await Pulse.TestAsync(Draft())).Step("datastores");

        (step.Text("outcome"), step.Text("category")).Should().Be(("warning", "unavailable"));
        step.Text("summary").Should().Contain("'LocalDS_0'");
    }

    [Fact]
    public async Task A_right_that_is_missing_is_a_warning()
    {
        VCenter.Answer(
            "POST", AnyObject + "HasPrivilegeOnEntities", Fault(new JsonObject { ["_typeName"] = "NoPermission", ["privilegeId"] = "System.View" }));

        var report = await Pulse.TestAsync(Draft());

        report.Flag("success").Should().BeTrue("privileges can only warn");
        (report.Step("privileges").Text("outcome"), report.Step("privileges").Text("category")).Should().Be(("warning", "permission_denied"));
        report.Step("privileges").Text("summary").Should().Contain("lacks System.Read at the vCenter root and on datacenter '");
        report.Step("privileges").Text("remedy").Should().Contain("Read-only");
    }

    [Fact]
    public async Task An_account_that_may_change_things_is_too_powerful()
    {
        VCenter.Answer("POST", AnyObject + "FetchUserPrivilegeOnEntities", Json(JsonNode.Parse(
            """
            [ { "_typeName": "UserPrivilegeResult", "entity": { "_typeName": "ManagedObjectReference", "type": "Folder", "value": "group-d1" },
                "privileges": ["System.Anonymous", "System.Read", "System.View", "VirtualMachine.Interact.PowerOff"] } ]
            """)!));

        var step = (await Pulse.TestAsync(Draft())).Step("privileges");

        step.Text("outcome").Should().Be("warning");
        step.Text("summary").Should().Be("The account may do more than read: VirtualMachine.Interact.PowerOff");
    }

    [Theory]
    [InlineData("unavailable")]
    [InlineData("html")]
    [InlineData("cut short")]
    public async Task A_check_of_the_rights_that_breaks_warns_and_degrades_nothing(string answer)
    {
        VCenter.Answer("POST", AnyObject + "HasPrivilegeOnEntities", Broken(answer));

        var report = await Pulse.TestAsync(Draft());

        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, false));
        report.Step("privileges").Text("outcome").Should().Be("warning");
    }

    private void Answer(string read, IResponseBuilder response)
    {
        var (_, method, member, asking, _) = Reads.Single(candidate => NameOf(candidate) == read);
        VCenter.Answer(method, AnyObject + member, response, asking);
    }

    private Task WasAskedAsync(string read)
    {
        var (_, method, member, asking, _) = Reads.Single(candidate => NameOf(candidate) == read);
        return Eventually.UntilAsync(() => VCenter.Exchanges().Any(exchange =>
            exchange.Name == $"{method} {member}" && exchange.Body.Contains(asking ?? "", StringComparison.Ordinal)));
    }

    private static string PrivilegeOf(string read) => Reads.Single(candidate => NameOf(candidate) == read).Privilege;

    private static string NameOf((string Step, string Method, string Member, string? Asking, string Privilege) read) =>
        $"{read.Step} by {read.Member}";

    private static IResponseBuilder Broken(string answer) => answer switch
    {
        "unavailable" => Response.Create().WithStatusCode(503),
        "html" => Response.Create().WithHeader("Content-Type", "text/html").WithBody("<html>Sign in</html>"),
        "cut short" => Response.Create().WithHeader("Content-Type", "application/json").WithBody("[{\"_typeName\":"),
        _ => Fault(new JsonObject { ["_typeName"] = "QuantumDecoherenceFault" }),
    };

    private static IResponseBuilder Fault(JsonObject fault) => Json(fault).WithStatusCode(500);

    private static IResponseBuilder Json(JsonNode body) =>
        Response.Create().WithHeader("Content-Type", "application/json").WithBody(body.ToJsonString());

    private static void CheckDegraded(JsonNode report, string step, string outcome, string category)
    {
        (report.Flag("success"), report.Flag("degraded")).Should().Be((true, true), report.ToJsonString());
        report["failure"].Should().BeNull();
        (report.Step(step).Text("outcome"), report.Step(step).Text("category")).Should().Be((outcome, category), report.ToJsonString());
        report["steps"]!.AsArray().Where(other => other!.Text("name") != step).Should().OnlyContain(other => other!.Text("outcome") == "passed");
    }

    private async Task CheckPollsAsync(string step)
    {
        var id = (await Pulse.CreatePolledAsync(Draft())).Id();
        await Pulse.TestSavedAsync(id);
        await Pulse.UpdateAsync(id, new JsonObject { ["name"] = "Polled after the test" });

        var polled = await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 3);
        polled.Poll().Text("state").Should().Be("degraded");
        polled["observed"]!["issues"]!.AsArray().Should().ContainSingle().Which!.Text("step").Should().Be(step);
    }
}
