using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>One poll of one connection, from reading its settings to recording what came of it.</summary>
internal sealed partial class PollRun(
    IDbContextFactory<ConnectionsDbContext> contexts,
    PlatformRegistry platforms,
    TargetFactory targets,
    SessionKeeper sessions,
    AttemptRunner runner,
    HealthRecorder recorder,
    StoreWrites writes,
    PollTelemetry telemetry,
    IOptions<PollingOptions> options,
    TimeProvider clock,
    ILogger<PollRun> logger)
{
    // After a poll that Pulse itself could not run or record.
    private static readonly TimeSpan RetryAfterDefect = TimeSpan.FromMinutes(1);

    /// <param name="connectionId">The connection.</param>
    /// <param name="lag">How late the poll begins.</param>
    /// <param name="cancellationToken">Ends the poll on a stop.</param>
    /// <returns>When the next poll is due, as a timestamp; null when there is none, or when an edit has planned it already.</returns>
    public async Task<long?> RunAsync(Guid connectionId, TimeSpan lag, CancellationToken cancellationToken)
    {
        try
        {
            return await PollAsync(connectionId, lag, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped, or the connection was changed, paused or deleted: that change plans what comes next.
            return null;
        }
        catch (Exception unexpected)
        {
            // The store is away, or a defect: a connection must not drop out of the schedule for it.
            writes.Failed(unexpected);
            LogPollLost(connectionId, unexpected);
            return clock.In(RetryAfterDefect);
        }
    }

    private async Task<long?> PollAsync(Guid connectionId, TimeSpan lag, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(connectionId, cancellationToken);
        if (connection is not { Enabled: true, UnreadableReason: null, Health.SuspendedReason: null } || !platforms.TryGet(connection.Platform, out var provider))
        {
            return null;
        }

        var platform = provider.Platform;
        using var activity = telemetry.Begin(platform.Key, connectionId);
        var target = targets.Create(connection, platform, out var readable);
        var result = readable
            ? await sessions.UseAsync(
                connectionId,
                connection.Version,
                () => provider.CreateSession(target),
                (session, token) => runner.RunAsync(
                    session, platform, target, AttemptPurpose.Poll, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), stepEnded: null, token),
                cancellationToken)
            : AttemptRunner.NotBegun(platform, target, FailureCategory.SecretUnreadable);

        result = DeniedReads.Keep(connection.Health.Observed, result);
        result = SystemChange.Find(connection.Health.Observed, result, platform, target)?.IssueOf(result) ?? result;
        telemetry.Record(platform.Key, connectionId, result, lag);
        var next = await recorder.RecordAsync(connectionId, connection.Version, result, cancellationToken);
        writes.Succeeded();
        if (next is null)
        {
            await sessions.EndAsync(connectionId, connection.Version);
        }

        return next;
    }

    private async Task<Connection?> FindAsync(Guid connectionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Connections.AsNoTracking().Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == connectionId, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "A poll of connection {ConnectionId} could not be run or recorded")]
    private partial void LogPollLost(Guid connectionId, Exception exception);
}
