using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The poll health of a connection as the API shows it.</summary>
internal sealed record PollDocument
{
    /// <summary>Whether the connection gets its data.</summary>
    public required PollState State { get; init; }

    /// <summary>Why Pulse stopped polling, when the state is suspended.</summary>
    public required string? SuspendedReason { get; init; }

    /// <summary>The cadence.</summary>
    public required int IntervalSeconds { get; init; }

    /// <summary>When the last attempt ended.</summary>
    public required DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When the last attempt that worked ended.</summary>
    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When the last attempt that failed ended.</summary>
    public required DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>When the next one is due; null when none is.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Failures since the last success.</summary>
    public required int ConsecutiveFailures { get; init; }

    /// <summary>How long the last attempt took.</summary>
    public required long? LastDurationMs { get; init; }

    /// <summary>Why the last attempt failed; null when it worked.</summary>
    public required FailureDocument? LastError { get; init; }

    /// <summary>The last 30 attempts, oldest first.</summary>
    public required IReadOnlyList<RecentAttemptDocument> Recent { get; init; }

    public static PollDocument From(Connection connection, LocalPollers pollers)
    {
        var health = connection.Health;
        return new PollDocument
        {
            State = StateOf(connection),
            SuspendedReason = connection.UnreadableReason ?? health.SuspendedReason,
            IntervalSeconds = connection.PollIntervalSeconds,
            LastAttemptAt = health.LastAttemptAt,
            LastSuccessAt = health.LastSuccessAt,
            LastFailureAt = health.LastFailureAt,
            NextAttemptAt = connection.UnreadableReason is null ? pollers.NextAttemptOf(connection) : null,
            ConsecutiveFailures = health.ConsecutiveFailures,
            LastDurationMs = health.LastDurationMs,
            LastError = FailureDocument.From(health.LastError),
            Recent = [.. health.Recent.Select(RecentAttemptDocument.From)],
        };
    }

    private static PollState StateOf(Connection connection) => connection switch
    {
        { Enabled: false } => PollState.Paused,
        { UnreadableReason: not null } => PollState.Suspended,
        _ => connection.Health.State,
    };
}
