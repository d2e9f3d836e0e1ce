using CsCheck;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Tests.Properties;

public sealed class PollJudgeProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<TimeSpan> Intervals = Gen.Int[15, 86_400].Select(seconds => TimeSpan.FromSeconds(seconds));

    private static readonly Gen<AttemptResult> Results = Gen.Select(
        Gen.Bool,
        Gen.Nullable(Gen.Int[0, 7200]),
        Gen.Nullable(Gen.Select(Gen.Int[0, 900], Gen.Int[0, 3], Gen.Bool)),
        Gen.Bool,
        (isFailed, retryAfter, hold, isCut) => isFailed
            ? Result(new Failure(FailureCategory.Unavailable, "The system is busy.", "Wait.", Step: null, Detail: null)) with
            {
                RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Hold = hold is var (wait, refusals, wasTried) ? new LoginHold(TimeSpan.FromSeconds(wait), refusals, wasTried) { RetryAt = Start } : null,
            }
            : Result(null) with { WasCut = isCut });

    [Fact]
    public void The_next_poll_comes_neither_too_early_nor_too_late_or_polling_has_stopped_for_a_reason() =>
        Gen.Select(Results, Intervals, Gen.Int[0, 1000], Gen.Double[0, 1]).Sample(
            (result, interval, failures, jitter) =>
            {
                var health = new PollHealth { ConsecutiveFailures = failures };
                var wait = PollJudge.Record(health, result, interval, Start, jitter);

                var longest = Max(Max(interval, PollJudge.LongestBackOff), result.Hold?.Wait ?? TimeSpan.Zero);
                return health.NextAttemptAt == Start + wait && (wait is { } time
                    ? health.SuspendedReason is null && time >= interval * 0.9 && time <= longest && time >= (result.Hold?.Wait ?? TimeSpan.Zero)
                        && time.Ticks % TimeSpan.TicksPerMillisecond == 0
                    : health.SuspendedReason is not null);
            },
            iter: Repeat.Cheap,
            threads: 1);

    [Fact]
    public void The_health_tells_the_last_attempts_in_order_and_counts_the_failures_since_the_last_success() =>
        Gen.Select(Results.Array[1, 70], Intervals).Sample(
            (results, interval) =>
            {
                var health = new PollHealth();
                for (var index = 0; index < results.Length; index++)
                {
                    PollJudge.Record(health, results[index], interval, Start.AddSeconds(index), jitter: 0.5);
                }

                return health.Recent.Select(recent => recent.Outcome).SequenceEqual(results.TakeLast(PollHealth.RecentAttempts).Select(result => result.Outcome))
                    && health.ConsecutiveFailures == results.Reverse().TakeWhile(result => result.Failure is not null).Count()
                    && health.Outcome == results[^1].Outcome
                    && health.LastError == results[^1].Failure
                    && health.LastAttemptAt == Start.AddSeconds(results.Length - 1);
            },
            iter: Repeat.Costly,
            threads: 1);

    [Fact]
    public void A_first_read_under_way_never_shows_less_than_was_known() => Gen.Select(Gen.Nullable(Gen.Int[0, 9]), Gen.Nullable(Gen.Int[0, 9]), Gen.Nullable(Gen.Int[0, 9])).Array[2].Sample(
        counts =>
        {
            var issue = new ObservedIssue(FailureCategory.Timeout, "The first read is under way.", 0, []);
            var (before, partial) = (Read(counts[0]), Read(counts[1]) with { Issues = [issue] });
            var shown = PartialRead.Merge(before, partial);

            return SizeOf(shown) == Math.Max(SizeOf(before), SizeOf(partial)) && shown.Issues.SequenceEqual(partial.Issues)
                && PartialRead.Merge(null, partial) == partial;
        },
        iter: Repeat.Cheap,
        threads: 1);

    private static int SizeOf(Observed observed) => (observed.AgentCount ?? 0) + (observed.VmCount ?? 0) + (observed.StorageCount ?? 0);

    private static Observed Read((int? Agents, int? Machines, int? Stores) counts) => new()
    {
        SystemName = "Box",
        Product = "Box",
        Version = "1",
        CollectedAt = Start,
        AgentCount = counts.Agents,
        VmCount = counts.Machines,
        StorageCount = counts.Stores,
    };

    private static AttemptResult Result(Failure? failure) => new()
    {
        Observed = failure is null ? Read((1, 2, 3)) : null,
        Failure = failure,
        Steps = [],
        Certificate = null,
        DurationMs = 7,
    };

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
