using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The poll health of a connection as the API shows it.</summary>
/// <param name="State">Whether the connection gets its data.</param>
/// <param name="SuspendedReason">Why Pulse stopped polling, when the state is suspended.</param>
/// <param name="IntervalSeconds">The cadence.</param>
/// <param name="LastAttemptAt">When the last attempt ended.</param>
/// <param name="LastSuccessAt">When the last attempt that worked ended.</param>
/// <param name="LastFailureAt">When the last attempt that failed ended.</param>
/// <param name="NextAttemptAt">When the next one is due; null when none is.</param>
/// <param name="ConsecutiveFailures">Failures since the last success.</param>
/// <param name="LastDurationMs">How long the last attempt took.</param>
/// <param name="LastError">Why the last attempt failed; null when it worked.</param>
/// <param name="Recent">The last 30 attempts, oldest first.</param>
internal sealed record PollDocument(
    PollState State,
    string? SuspendedReason,
    int IntervalSeconds,
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? LastFailureAt,
    DateTimeOffset? NextAttemptAt,
    int ConsecutiveFailures,
    long? LastDurationMs,
    Failure? LastError,
    IReadOnlyList<RecentAttempt> Recent)
{
    public static PollDocument From(Connection connection, LocalPollers pollers)
    {
        var health = connection.Health;
        return new PollDocument(
            StateOf(connection),
            connection.UnreadableReason ?? health.SuspendedReason,
            connection.PollIntervalSeconds,
            health.LastAttemptAt,
            health.LastSuccessAt,
            health.LastFailureAt,
            connection.UnreadableReason is null ? pollers.NextAttemptOf(connection) : null,
            health.ConsecutiveFailures,
            health.LastDurationMs,
            health.LastError,
            health.Recent);
    }

    private static PollState StateOf(Connection connection) => connection switch
    {
        { Enabled: false } => PollState.Paused,
        { UnreadableReason: not null } => PollState.Suspended,
        _ => connection.Health.State,
    };
}
