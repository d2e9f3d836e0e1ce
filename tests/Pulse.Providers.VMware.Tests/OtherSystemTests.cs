using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Stub;

namespace Pulse.Providers.VMware.Tests;

/// <summary>A session that is kept, while something else answers by now than what was discovered once.</summary>
public sealed class OtherSystemTests : VCenterTests
{
    private const string Versions = "GET vimServiceVersions.xml";

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_vcenter_that_was_restored_to_an_older_release_is_read_in_it_by_the_same_poll(int statusOfUnknownRelease)
    {
        await PollAsync();
        var before = VCenter.Requests.Count;
        KnowOnly("8.0.1.0", statusOfUnknownRelease);

        var observed = await PollAsync();

        observed.VmCount.Should().Be(4);
        observed.Details["apiRelease"].GetString().Should().Be("8.0.1.0");
        LastAttempt.Steps.Should().ContainSingle().Which.Outcome.Should().Be(StepOutcome.Passed);
        VCenter.Requests.Skip(before).Where(request => request.Path.StartsWith("/sdk/vim25/", StringComparison.Ordinal))
            .Count(request => !request.Path.Contains("/8.0.1.0/", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task An_older_vcenter_behind_the_same_name_is_one_attempt_with_the_right_answer_and_gets_no_password()
    {
        await PollAsync();
        VCenter.On("POST WaitForUpdatesEx", 500);
        VCenter.On(Versions, 200, """<namespaces version="1.0"><namespace><name>urn:vim25</name><version>7.0.3.2</version></namespace></namespaces>""", "text/xml");

        (await FailureAsync()).Category.Should().Be(FailureCategory.UnsupportedVersion);

        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task A_web_server_behind_the_same_name_is_told_at_once_and_gets_no_password()
    {
        await PollAsync();
        foreach (var key in new[] { "POST WaitForUpdatesEx", Versions })
        {
            VCenter.On(key, 404, "<html><title>It works</title></html>", "text/html");
        }

        (await FailureAsync()).Category.Should().Be(FailureCategory.WrongSystem);

        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task What_stays_unreadable_is_read_anew_once_and_reported_then()
    {
        await PollAsync();
        VCenter.On("POST WaitForUpdatesEx", 500, """{"_typeName":"InvalidRequest"}""");

        (await FailureAsync()).Category.Should().Be(FailureCategory.Protocol);

        Gate.Logins.Should().Be(2);
        VCenter.OpenSessions.Should().BeEmpty();
    }

    private void KnowOnly(string release, int statusOfOthers)
    {
        VCenter.On(Versions, 200, $"""<namespaces version="1.0"><namespace><name>urn:vim25</name><version>{release}</version></namespace></namespaces>""", "text/xml");
        var answer = VCenter.AnswerOf("POST WaitForUpdatesEx");
        VCenter.OnFirst("POST WaitForUpdatesEx", context => VCenterStub.WriteAsync(context, statusOfOthers), answer, answer);
    }
}
