using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Testing;
using Quartz;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Polls one connection once, and arranges for the next time. Quartz never runs it twice at once for one connection.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PollJob(
    IDbContextFactory<ConnectionsDbContext> contexts,
    PlatformRegistry platforms,
    TargetFactory targets,
    SessionKeeper sessions,
    AttemptRunner runner,
    HealthRecorder recorder,
    PollSchedule schedule,
    PollTelemetry telemetry,
    IHostApplicationLifetime lifetime,
    IOptions<PollingOptions> options,
    TimeProvider clock,
    ILogger<PollJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var connectionId = PollSchedule.ConnectionIdOf(context.JobDetail.Key);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            if (await PollAsync(connectionId, stopping.Token) is { } next)
            {
                await schedule.PollAgainAsync(connectionId, next, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped, or the connection was changed, paused or deleted: whoever did that has scheduled what comes next.
        }
        catch (Exception unexpected)
        {
            // The store is away, or a defect: a connection must not drop out of the schedule for it.
            LogPollLost(connectionId, unexpected);
            await schedule.PollAgainAsync(connectionId, clock.GetUtcNow() + PollSchedule.RetryAfterDefect, CancellationToken.None);
        }
    }

    private async Task<DateTimeOffset?> PollAsync(Guid connectionId, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(connectionId, cancellationToken);
        if (connection is not { Enabled: true, Health.SuspendedReason: null } || !platforms.TryGet(connection.Platform, out var provider))
        {
            return null;
        }

        // A test in the meantime counts as the attempt that this one was planned for.
        if (connection.Health.NextAttemptAt is { } planned && planned > clock.GetUtcNow())
        {
            return planned;
        }

        var platform = provider.Platform;
        var began = clock.GetUtcNow();
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
        telemetry.Record(platform.Key, connectionId, result, began - (connection.Health.NextAttemptAt ?? began));
        var next = await recorder.RecordAsync(connectionId, connection.Version, result, cancellationToken);
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
