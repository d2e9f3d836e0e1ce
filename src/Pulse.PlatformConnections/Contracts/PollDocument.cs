using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The poll health of a connection as the API shows it.</summary>
internal sealed record PollDocument
{
    /// <summary>Whether the connection gets its data.</summary>
    public required PollState State { get; init; }

    /// <summary>The reason why Pulse stopped polling, if the state is suspended.</summary>
    public required string? SuspendedReason { get; init; }

    /// <summary>The poll interval.</summary>
    public required int IntervalSeconds { get; init; }

    /// <summary>The end of the last attempt.</summary>
    public required DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The end of the last successful attempt.</summary>
    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>The end of the last failed attempt.</summary>
    public required DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>The time of the next attempt; null if none is planned.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Failures since the last success.</summary>
    public required int ConsecutiveFailures { get; init; }

    /// <summary>The duration of the last attempt.</summary>
    public required long? LastDurationMs { get; init; }

    /// <summary>The failure of the last attempt; null if it succeeded.</summary>
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
