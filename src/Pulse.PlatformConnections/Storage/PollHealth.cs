using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>The health of a connection's polls. One row for each connection; survives restarts.</summary>
internal sealed class PollHealth
{
    /// <summary>The number of attempts that are kept.</summary>
    public const int RecentAttempts = 30;

    public Guid ConnectionId { get; init; }

    /// <summary>The outcome of the last attempt: healthy, degraded or failing; null before the first.</summary>
    public AttemptOutcome? Outcome { get; set; }

    /// <summary>The reason why Pulse stopped polling on purpose; null if it did not.</summary>
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
    public PollState State => (SuspendedReason, Outcome) switch
    {
        (not null, _) => PollState.Suspended,
        (null, AttemptOutcome.Healthy) => PollState.Healthy,
        (null, AttemptOutcome.Degraded) => PollState.Degraded,
        (null, AttemptOutcome.Failing) => PollState.Failing,
        _ => PollState.Pending,
    };

    /// <summary>Increases with each write, so that two attempts that end together do not overwrite each other's record.</summary>
    public int Revision { get; set; }
}
