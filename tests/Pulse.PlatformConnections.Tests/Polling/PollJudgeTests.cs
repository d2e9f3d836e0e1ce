using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class PollJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_success_is_followed_by_the_interval_and_resets_the_failures()
    {
        var health = new PollHealth { ConsecutiveFailures = 7, LastError = Failed().Failure };

        Record(health, Succeeded());

        (health.ConsecutiveFailures, health.LastError, health.Outcome).Should().Be((0, null, AttemptOutcome.Healthy));
        health.NextAttemptAt.Should().Be(Now.AddSeconds(60));
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 240)]
    [InlineData(3, 480)]
    [InlineData(4, 900)]
    [InlineData(40, 900)]
    public void After_failures_the_wait_doubles_up_to_fifteen_minutes(int failures, int seconds)
    {
        var health = new PollHealth { ConsecutiveFailures = failures - 1 };

        Record(health, Failed(), jitter: 0.5);

        health.NextAttemptAt.Should().BeCloseTo(Now.AddSeconds(seconds), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_tenth_of_jitter_keeps_failing_connections_apart()
    {
        var (early, late) = (new PollHealth(), new PollHealth());

        Record(early, Failed(), jitter: 0);
        Record(late, Failed(), jitter: 1);

        (early.NextAttemptAt, late.NextAttemptAt).Should().Be((Now.AddSeconds(108), Now.AddSeconds(132)));
    }

    // A timer counts whole milliseconds: without rounding, a poll shown for 08:02:00.0005 would begin after that time.
    [Theory]
    [InlineData(0.123456789)]
    [InlineData(0.5000001)]
    public void The_time_shown_for_the_next_poll_is_one_that_a_timer_can_meet(double jitter)
    {
        var health = new PollHealth();

        Record(health, Failed(), jitter);

        (health.NextAttemptAt!.Value.Ticks % TimeSpan.TicksPerMillisecond).Should().Be(0);
    }

    [Fact]
    public void An_interval_over_fifteen_minutes_is_never_shortened_by_failures()
    {
        var health = new PollHealth();

        PollJudge.Record(health, Failed(), TimeSpan.FromHours(2), Now, jitter: 0.5);

        health.NextAttemptAt.Should().Be(Now.AddHours(2));
    }

    [Fact]
    public void What_the_system_asks_for_is_waited_for()
    {
        var health = new PollHealth();

        Record(health, Failed() with { RetryAfter = TimeSpan.FromMinutes(10) });

        health.NextAttemptAt.Should().Be(Now.AddMinutes(10));
    }

    [Fact]
    public void A_first_refused_login_is_tried_once_more_when_the_hold_ends()
    {
        var health = new PollHealth();

        Record(health, Failed() with { Hold = new LoginHold(TimeSpan.FromMinutes(5), 1, WasTried: true) { RetryAt = Now.AddMinutes(5) } });

        (health.SuspendedReason, health.NextAttemptAt).Should().Be((null, Now.AddMinutes(5)));
    }

    [Fact]
    public void A_second_refused_login_suspends_with_a_reason_and_without_a_next_attempt()
    {
        var health = new PollHealth();

        Record(health, Failed() with { Hold = new LoginHold(TimeSpan.FromMinutes(5), 2, WasTried: true) { RetryAt = Now.AddMinutes(5) } });

        health.SuspendedReason.Should().Contain("refused twice");
        health.NextAttemptAt.Should().BeNull();
    }

    [Fact]
    public void A_read_with_issues_is_degraded_and_still_a_success()
    {
        var health = new PollHealth();
        var issue = new ObservedIssue(FailureCategory.PermissionDenied, "3 machines cannot be read.", 3, ["a", "b", "c"]);

        Record(health, Succeeded(issue));

        (health.Outcome, health.LastSuccessAt, health.ConsecutiveFailures).Should().Be((AttemptOutcome.Degraded, Now, 0));
    }

    [Fact]
    public void A_failure_keeps_what_was_observed_last()
    {
        var health = new PollHealth();
        Record(health, Succeeded());

        Record(health, Failed());

        health.Observed.Should().NotBeNull();
    }

    [Theory]
    [InlineData(5000, 300, 5000)]
    [InlineData(200, 300, 300)]
    [InlineData(null, 300, 300)]
    public void A_first_read_under_way_shows_what_was_known_as_long_as_it_has_less(int? known, int read, int shown)
    {
        var health = new PollHealth { Observed = known is { } machines ? Succeeded().Observed! with { VmCount = machines } : null };
        var issue = new ObservedIssue(FailureCategory.Timeout, "The first read is under way.", 0, []);
        var result = Succeeded(issue);

        Record(health, result with { IsPartial = true, Observed = result.Observed! with { VmCount = read } });

        (health.Observed!.VmCount, health.Outcome).Should().Be((shown, AttemptOutcome.Degraded));
        health.Observed.Issues.Should().Equal(issue);
    }

    [Fact]
    public void Another_system_than_before_is_noted_beside_what_is_known()
    {
        var health = new PollHealth { Observed = Succeeded().Observed! with { SystemId = "one" } };

        Record(health, Failed() with { FormerSystemId = "one", SystemId = "two" });

        (health.Observed!.SystemId, health.Observed.FormerSystemId).Should().Be(("two", "one"));
    }

    [Fact]
    public void The_last_thirty_attempts_are_kept_oldest_first()
    {
        var health = new PollHealth();
        for (var second = 0; second < 35; second++)
        {
            PollJudge.Record(health, Succeeded(), TimeSpan.FromSeconds(60), Now.AddSeconds(second), jitter: 0);
        }

        health.Recent.Should().HaveCount(30);
        (health.Recent[0].At, health.Recent[^1].At).Should().Be((Now.AddSeconds(5), Now.AddSeconds(34)));
    }

    private static void Record(PollHealth health, AttemptResult result, double jitter = 0.5) =>
        PollJudge.Record(health, result, TimeSpan.FromSeconds(60), Now, jitter);

    private static AttemptResult Failed() => new()
    {
        Observed = null,
        Failure = new Failure(FailureCategory.Unreachable, "No connection.", "Check it.", "connect", null),
        Steps = [],
        Certificate = null,
        DurationMs = 5,
    };

    private static AttemptResult Succeeded(params ObservedIssue[] issues) => Failed() with
    {
        Failure = null,
        Observed = new Observed
        {
            SystemName = "a",
            Product = "Box",
            Version = "1",
            AgentCount = 0,
            VmCount = 0,
            StorageCount = 0,
            CollectedAt = Now,
            Issues = issues,
        },
    };
}
