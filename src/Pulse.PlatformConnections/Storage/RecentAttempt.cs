using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>One attempt in the history of a connection.</summary>
/// <param name="At">The end of the attempt.</param>
/// <param name="Outcome">healthy, degraded or failing.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
public sealed record RecentAttempt(DateTimeOffset At, AttemptOutcome Outcome, long DurationMs);
