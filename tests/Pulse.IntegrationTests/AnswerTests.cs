using Pulse.IntegrationTests.Support;
using Pulse.Testing;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests;

/// <summary>Unusual and broken answers of a vCenter.</summary>
public sealed class AnswerTests : VCenterTest
{
    private const string Update = """{"kind":"modify","obj":{"type":"VirtualMachine","value":"vm-1"},"changeSet":[]},""";

    [Theory]
    [InlineData("null-as-204")]
    [InlineData("null-as-empty-200")]
    [InlineData("null-as-literal")]
    public async Task Nothing_is_nothing_in_each_form_that_a_vCenter_has_for_it(string form)
    {
        VCenter.Play("healthy-separate", form);

        var report = await Pulse.TestAsync(Draft());

        report.Flag("success").Should().BeTrue();
        report.Step("vi_json_session").Text("summary").Should().Contain("a session of its own", "no session was found for the other's token");
        report.Step("identity").Text("outcome").Should().Be("passed");
        report.Step("inventory").Text("outcome").Should().Be("warning");
        report.Step("inventory").Text("category").Should().Be("permission_denied");
        report["observed"]!.Number("vmCount").Should().Be(0);
    }

    [Fact]
    public async Task Members_of_a_later_release_are_read_over_and_objects_of_it_are_named()
    {
        VCenter.Add("later-release");

        var report = await Pulse.TestAsync(Draft());

        report.Flag("success").Should().BeTrue();
        var observed = report["observed"]!;
        (observed.Number("agentCount"), observed.Number("vmCount"), observed.Number("storageCount")).Should().Be((2, 4, 3));
        var issue = observed["issues"]!.AsArray().Should().ContainSingle().Subject!;
        issue["names"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal("quantum-1");
    }

    [Theory]
    [InlineData("appliance-forbidden")]
    [InlineData("too-many-vms")]
    public async Task What_a_read_only_account_may_not_ask_or_a_large_vCenter_cannot_list_fails_nothing(string scenario)
    {
        VCenter.Add(scenario);

        var report = await Pulse.TestAsync(Draft());

        report.Flag("success").Should().BeTrue();
        report.Step("automation_session").Text("outcome").Should().Be("passed");
        report.Step("identity").Text("outcome").Should().Be("passed");
        report["observed"]!.Number("vmCount").Should().Be(4);
    }

    [Fact]
    public async Task A_read_is_repeated_when_vCenter_is_away_for_one_request()
    {
        VCenter.Add("unavailable-once");

        (await Pulse.TestAsync(Draft())).Flag("success").Should().BeTrue();

        VCenter.Count("GET content").Should().Be(2);
    }

    [Fact]
    public async Task A_vCenter_that_says_when_to_come_back_is_not_asked_before()
    {
        VCenter.Add("starting");

        var connection = await Pulse.CreatePolledAsync(Draft());

        VCenter.Exchanges().Should().ContainSingle();
        var poll = connection.Poll();
        var wait = poll["nextAttemptAt"]!.GetValue<DateTimeOffset>() - poll["lastAttemptAt"]!.GetValue<DateTimeOffset>();
        wait.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(108)).And.BeLessThan(TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData(LineFault.ConnectionResetByPeer, true)]
    [InlineData(LineFault.EmptyResponse, true)]
    [InlineData(LineFault.MalformedResponseChunk, true)]
    [InlineData(LineFault.RandomDataThenClose, true)]
    [InlineData(LineFault.ConnectionResetByPeer, false)]
    [InlineData(LineFault.EmptyResponse, false)]
    [InlineData(LineFault.MalformedResponseChunk, false)]
    [InlineData(LineFault.RandomDataThenClose, false)]
    public async Task A_login_whose_answer_is_lost_is_not_repeated(LineFault fault, bool useHttps)
    {
        VCenter.Answer("POST", "/api/session", Line.Broken(fault));

        var report = await Pulse.TestAsync(useHttps ? Draft() : PlainDraft(VCenter.HttpPort));

        report["failure"]!.Text("category").Should().Be("unreachable");
        report["failure"]!.Text("step").Should().Be("automation_session");
        VCenter.Logins().Should().Be(1);
    }

    [Theory]
    [InlineData(LineFault.ConnectionResetByPeer, "unreachable")]
    [InlineData(LineFault.EmptyResponse, "unreachable")]
    [InlineData(LineFault.MalformedResponseChunk, "protocol")]
    [InlineData(LineFault.RandomDataThenClose, "unreachable")]
    public async Task A_second_login_whose_answer_is_lost_is_not_repeated_and_the_first_session_ended(LineFault fault, string category)
    {
        VCenter.Play("healthy-separate");
        VCenter.Answer("POST", ".*/Login", Line.Broken(fault));

        var report = await Pulse.TestAsync(Draft());

        report["failure"]!.Text("category").Should().Be(category);
        report["failure"]!.Text("step").Should().Be("vi_json_session");
        VCenter.Count("POST Login").Should().Be(1);
        await VCenter.SessionsEndedAsync();
    }

    [Theory]
    [InlineData(LineFault.ConnectionResetByPeer)]
    [InlineData(LineFault.EmptyResponse)]
    [InlineData(LineFault.MalformedResponseChunk)]
    [InlineData(LineFault.RandomDataThenClose)]
    public async Task An_inventory_whose_answer_is_lost_again_and_again_is_given_up_and_the_session_ended(LineFault fault)
    {
        VCenter.Answer("POST", ".*/WaitForUpdatesEx", Line.Broken(fault));

        var report = await Pulse.TestAsync(Draft());

        report["failure"]!.Text("category").Should().Be("unreachable");
        report["failure"]!.Text("step").Should().Be("inventory");
        VCenter.Count("POST WaitForUpdatesEx").Should().Be(3, "a read is repeated twice at most");
        await VCenter.SessionsEndedAsync();
    }

    [Fact]
    public async Task An_answer_that_trickles_is_given_up_within_the_limit()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock, "Tests:TimeoutSeconds=1");
        VCenter.Answer("POST", ".*/WaitForUpdatesEx", Response.Create().WithBodyFromFile("updates-1.json").Over(TimeSpan.FromHours(1), pieces: 72_000));

        var test = Pulse.TestAsync(Draft());
        for (var tenths = 1; tenths <= 10; tenths++)
        {
            // The pieces that arrive meanwhile do not prolong the limit.
            await Eventually.UntilAsync(() => VCenter.PiecesSent >= tenths);
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        var report = await test;
        report["failure"]!.Text("category").Should().Be("timeout");
        report.Number("durationMs").Should().Be(1000);
        await VCenter.SessionsEndedAsync();
    }

    [Fact]
    public async Task An_answer_without_an_end_is_cut_off_at_64_MiB()
    {
        const string Start = """{"_typeName":"UpdateSet","version":"1","filterSet":[{"objectSet":[""";
        var updates = string.Concat(Enumerable.Repeat(Update, 1000));
        VCenter.Answer("POST", ".*/WaitForUpdatesEx", Response.Create().WithBody(Start + updates).WithoutEnd(repeatFrom: Start.Length));

        var report = await Pulse.TestAsync(PlainDraft(VCenter.HttpPort));

        report["failure"]!.Text("category").Should().Be("protocol");
        report["failure"]!.Text("message").Should().Contain("64 MiB");
        (await VCenter.HungUp).Should().BeGreaterThan(64 * 1024 * 1024);
        await VCenter.SessionsEndedAsync();
    }
}
