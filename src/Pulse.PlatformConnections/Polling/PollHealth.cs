using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Polling;

/// <summary>What is known of a connection's polls. One row a connection; survives restarts.</summary>
internal sealed class PollHealth
{
    /// <summary>How many attempts are kept.</summary>
    public const int RecentAttempts = 30;

    public Guid ConnectionId { get; init; }

    /// <summary>How the last attempt ended: healthy, degraded or failing; null before the first.</summary>
    public PollState? Outcome { get; set; }

    /// <summary>Why polling was stopped on purpose; null when it was not.</summary>
    public string? SuspendedReason { get; set; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastFailureAt { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public int ConsecutiveFailures { get; set; }

    public long? LastDurationMs { get; set; }

    public Failure? LastError { get; set; }

    public List<RecentAttempt> Recent { get; set; } = [];

    public Observed? Observed { get; set; }

    /// <summary>The state of an enabled connection.</summary>
    public PollState State => SuspendedReason is null ? Outcome ?? PollState.Pending : PollState.Suspended;

    /// <summary>Grows with each write, so that two attempts that end together do not lose one another's record.</summary>
    public int Revision { get; set; }
}

/// <summary>One attempt in the history of a connection.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">healthy, degraded or failing.</param>
/// <param name="DurationMs">Milliseconds.</param>
public sealed record RecentAttempt(DateTimeOffset At, PollState Outcome, long DurationMs);

/// <summary>Whether a connection gets its data.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PollState>))]
public enum PollState
{
    /// <summary>Never polled.</summary>
    Pending,

    /// <summary>The last attempt read everything.</summary>
    Healthy,

    /// <summary>The last attempt worked, but something could not be read.</summary>
    Degraded,

    /// <summary>The last attempt failed.</summary>
    Failing,

    /// <summary>Stopped by Pulse on purpose, with a reason.</summary>
    Suspended,

    /// <summary>Stopped by an admin.</summary>
    Paused,
}
