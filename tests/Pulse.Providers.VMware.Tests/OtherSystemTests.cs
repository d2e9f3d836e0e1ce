using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>Pulse keeps a session, and meanwhile another system answers at the same address.</summary>
public sealed class OtherSystemTests : VCenterTests
{
    private const string Versions = "GET vimServiceVersions.xml";

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_vcenter_that_was_restored_to_an_older_release_is_read_in_it_by_the_same_poll(int statusOfUnknownRelease)
    {
        await PollAsync();
        var before = Requests.Count;
        KnowOnly("8.0.1.0", statusOfUnknownRelease);

        var observed = await PollAsync();

        observed.VmCount.Should().Be(4);
        observed.Details["apiRelease"].GetString().Should().Be("8.0.1.0");
        LastAttempt.Steps.Should().ContainSingle().Which.Outcome.Should().Be(StepOutcome.Passed);
        Requests.Skip(before).Where(request => request.Path.StartsWith("/sdk/vim25/", StringComparison.Ordinal))
            .Count(request => !request.Path.Contains("/8.0.1.0/", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task An_older_vcenter_behind_the_same_name_is_one_attempt_with_the_right_answer_and_gets_no_password()
    {
        await PollAsync();
        On("POST WaitForUpdatesEx", Respond(500));
        On(Versions, Respond(200, "text/xml", """<namespaces version="1.0"><namespace><name>urn:vim25</name><version>7.0.3.2</version></namespace></namespaces>"""));

        (await FailureAsync()).Category.Should().Be(FailureCategory.UnsupportedVersion);

        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task A_web_server_behind_the_same_name_is_told_at_once_and_gets_no_password()
    {
        await PollAsync();
        foreach (var key in new[] { "POST WaitForUpdatesEx", Versions })
        {
            On(key, Respond(404, "text/html", "<html><title>It works</title></html>"));
        }

        (await FailureAsync()).Category.Should().Be(FailureCategory.WrongSystem);

        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task What_stays_unreadable_is_read_anew_once_and_reported_then()
    {
        await PollAsync();
        On("POST WaitForUpdatesEx", Respond(500, """{"_typeName":"InvalidRequest"}"""));

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);

        Gate.Logins.Should().Be(2);
        VCenter.Sessions.OpenCount.Should().Be(0);
    }

    private void KnowOnly(string release, int statusOfOthers)
    {
        On(Versions, Respond(200, "text/xml", $"""<namespaces version="1.0"><namespace><name>urn:vim25</name><version>{release}</version></namespace></namespaces>"""));
        OnFirst("POST WaitForUpdatesEx", Respond(statusOfOthers));
    }
}
