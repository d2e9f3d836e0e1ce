using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>One of the last attempts, as the API shows it.</summary>
/// <param name="At">The end of the attempt.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
internal sealed record RecentAttemptDocument(DateTimeOffset At, AttemptOutcome Outcome, long DurationMs)
{
    public static RecentAttemptDocument From(RecentAttempt attempt) => new(attempt.At, attempt.Outcome, attempt.DurationMs);
}
