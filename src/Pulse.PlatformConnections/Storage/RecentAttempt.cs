using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>One attempt in the history of a connection.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">healthy, degraded or failing.</param>
/// <param name="DurationMs">Milliseconds.</param>
public sealed record RecentAttempt(DateTimeOffset At, AttemptOutcome Outcome, long DurationMs);
