using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>One of the last attempts, as the API shows it.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DurationMs">Milliseconds.</param>
internal sealed record RecentAttemptDocument(DateTimeOffset At, AttemptOutcome Outcome, long DurationMs)
{
    public static RecentAttemptDocument From(RecentAttempt attempt) => new(attempt.At, attempt.Outcome, attempt.DurationMs);
}
