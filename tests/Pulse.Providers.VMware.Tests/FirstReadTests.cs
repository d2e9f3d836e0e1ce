using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Tests.Support;
using static Pulse.Providers.VMware.Tests.Support.UpdateSets;
using static Pulse.Simulation.FaultAction;

namespace Pulse.Providers.VMware.Tests;

/// <summary>
/// A first read that needs more time than one poll has: vCenter sends at most 100 objects per update, and a distant vCenter
/// is slow with each update. These waits are so long that the speed of the machine does not matter.
/// </summary>
public sealed class FirstReadTests : VCenterTests
{
    private const string Changes = "POST WaitForUpdatesEx";
    private const int Machines = 53;

    private static readonly TimeSpan EachAnswer = TimeSpan.FromMinutes(1);

    public FirstReadTests() => Limit = EachAnswer * 15;

    [Fact]
    public async Task It_goes_on_with_each_poll_until_everything_was_read()
    {
        AnswerOneByOne();
        var counts = new List<int>();
        do
        {
            counts.Add((await PollAsync()).VmCount!.Value);
        }
        while (LastAttempt.Progress is not null && counts.Count < Machines);

        counts.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        counts[^1].Should().Be(Machines);
        counts.Should().HaveCountLessThan(6);
        Versions().Should().Equal(Enumerable.Range(0, Machines).Select(number => number == 0 ? "" : $"{number}"), "nothing is read twice");
        Gate.Logins.Should().Be(1);
        CountOf("POST CreateFilter").Should().Be(1);
    }

    [Fact]
    public async Task The_step_and_the_progress_say_how_far_it_came()
    {
        AnswerOneByOne();

        var observed = await PollAsync();

        observed.VmCount.Should().BeInRange(1, Machines - 1);
        LastAttempt.Progress.Should().Be($"{observed.VmCount} objects so far");
        LastAttempt.Steps.Single(step => step.Name == "inventory").Should().BeEquivalentTo(
            new { Outcome = StepOutcome.Warning, Category = FailureCategory.Timeout, Remedy = "Nothing is lost: polls go on from there until everything was read." });
    }

    [Fact]
    public async Task The_poll_after_the_last_part_is_whole_and_asks_for_what_changed()
    {
        AnswerOneByOne();
        var polls = 0;
        do
        {
            await PollAsync();
        }
        while (LastAttempt.Progress is not null && ++polls < Machines);

        (await PollAsync()).VmCount.Should().Be(Machines);

        LastAttempt.Steps.Should().ContainSingle().Which.Outcome.Should().Be(StepOutcome.Passed);
        Versions().Last().Should().Be($"{Machines}");
    }

    [Fact]
    public async Task A_version_that_the_vcenter_does_not_take_again_starts_over()
    {
        AnswerOneByOne();
        await PollAsync();
        OnFirst(Changes, Respond(500, """{"_typeName":"InvalidCollectorVersion"}"""));

        (await PollAsync()).VmCount.Should().BeInRange(1, Machines - 1);

        Versions().Count(version => version.Length == 0).Should().Be(2);
        Gate.Logins.Should().Be(1);
    }

    [Fact]
    public async Task A_session_that_ends_in_between_starts_over_silently()
    {
        AnswerOneByOne();
        await PollAsync();
        VCenter.Sessions.DropAll();

        (await PollAsync()).VmCount.Should().BeInRange(1, Machines - 1);

        Gate.Logins.Should().Be(2);
        LastAttempt.Progress.Should().NotBeNull();
    }

    [Fact]
    public async Task At_least_one_answer_is_read_by_each_poll_however_short_its_time_is()
    {
        Limit = EachAnswer / 2;
        AnswerOneByOne();

        (await PollAsync()).VmCount.Should().Be(1);
        (await PollAsync()).VmCount.Should().Be(2);
    }

    [Fact]
    public async Task Answers_without_end_are_a_protocol_failure_also_over_many_polls()
    {
        var answered = 0;
        On(Changes, With((http, _) =>
        {
            Clock.Advance(EachAnswer);
            return http.Response.WriteAsync(Of($"{++answered}", true, Object("VirtualMachine", "vm-1")));
        }));
        PlatformFailureException? failure = null;
        for (var polls = 0; failure is null && polls < 200; polls++)
        {
            failure = await Record.ExceptionAsync(() => PollAsync()) as PlatformFailureException;
        }

        failure!.Category.Should().Be(FailureCategory.Protocol);
        failure.Detail.Should().Be("UpdateSets without end");
    }

    private void AnswerOneByOne() => On(Changes, With((http, next) =>
    {
        if (VCenter.Sessions.OpenCount == 0)
        {
            return next();
        }

        Clock.Advance(EachAnswer);
        var version = Versions().Last();
        var number = version.Length == 0 ? 1 : int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) + 1;
        return number > Machines
            ? Task.CompletedTask
            : http.Response.WriteAsync(Of($"{number}", number < Machines, Object("VirtualMachine", $"vm-{number}")));
    }));

    private IEnumerable<string> Versions() => Requests.Where(request => request.Name == Changes)
        .Select(request => JsonNode.Parse(request.Body)!["version"]!.GetValue<string>());
}
