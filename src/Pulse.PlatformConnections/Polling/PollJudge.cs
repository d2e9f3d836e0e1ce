using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Decides the new health after an attempt, and the time of the next one. A pure function, so that it can be tested alone.</summary>
internal static class PollJudge
{
    /// <summary>The longest wait after failures, unless the connection's own interval is longer.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(15);

    /// <param name="health">The health before; changed in place.</param>
    /// <param name="result">The result of the attempt.</param>
    /// <param name="interval">The interval of the connection.</param>
    /// <param name="now">The end of the attempt.</param>
    /// <param name="jitter">0 up to 1, random.</param>
    /// <returns>The wait until the next attempt; null if polling stops.</returns>
    public static TimeSpan? Record(PollHealth health, AttemptResult result, TimeSpan interval, DateTimeOffset now, double jitter)
    {
        health.LastAttemptAt = now;
        health.LastDurationMs = result.DurationMs;
        health.Outcome = result.Outcome;
        health.Recent = [.. health.Recent.TakeLast(PollHealth.RecentAttempts - 1), new RecentAttempt(now, result.Outcome, result.DurationMs)];

        if (result.Failure is { } failure)
        {
            health.ConsecutiveFailures++;
            health.LastFailureAt = now;
            health.LastError = failure;
            health.SuspendedReason = ReasonToSuspend(result);
            if (result.FormerSystemId is { } former && health.Observed is { } observed)
            {
                health.Observed = observed with { SystemId = result.SystemId, FormerSystemId = former };
            }
        }
        else
        {
            health.ConsecutiveFailures = 0;
            health.LastSuccessAt = now;
            health.LastError = null;
            health.SuspendedReason = null;
            health.Observed = result is { IsPartial: true, Observed: { } partial } ? PartialRead.Merge(health.Observed, partial) : result.Observed;
        }

        TimeSpan? wait = health.SuspendedReason is null ? Wait(health.ConsecutiveFailures, result, interval, jitter) : null;
        health.NextAttemptAt = now + wait;
        return wait;
    }

    /// <summary>The interval after a success. After failures the wait doubles each time, with up to a tenth more or less, up to 15 minutes.</summary>
    private static TimeSpan Wait(int failures, AttemptResult result, TimeSpan interval, double jitter)
    {
        if (failures == 0)
        {
            return interval;
        }

        var longest = interval > LongestBackOff ? interval : LongestBackOff;
        var doubled = TimeSpan.FromSeconds(Math.Min(interval.TotalSeconds * Math.Pow(2, Math.Min(failures, 30)), longest.TotalSeconds));
        var wait = doubled * (0.9 + (0.2 * jitter));
        wait = wait > longest ? longest : wait;

        var asked = result.RetryAfter is { } retryAfter && retryAfter < longest ? retryAfter : TimeSpan.Zero;
        var held = result.Hold?.Wait ?? TimeSpan.Zero;
        return Max(Max(wait, asked), held).InWholeMilliseconds();
    }

    private static string? ReasonToSuspend(AttemptResult result) => result switch
    {
        // A held login says nothing about this system: the login waits at the gate, and continues when the hold has ended.
        { Hold: { Suspends: true, WasTried: true } } =>
            "The login was refused twice with the same credentials. It is not tried again, so that the account is not locked.",
        { Failure.Category: FailureCategory.SecretUnreadable } => "The stored secret cannot be read any more. Enter it again.",
        _ => null,
    };

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
