using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Writes the outcome of an attempt to the connection's health, and logs a change of its state.</summary>
internal sealed partial class HealthRecorder(
    IDbContextFactory<ConnectionsDbContext> contexts, StoreWrites writes, TimeProvider clock, ILogger<HealthRecorder> logger)
{
    /// <summary>Records the attempt, unless the connection was changed or deleted meanwhile: then the attempt says nothing about it any more.</summary>
    /// <returns>The time of the next attempt, as a timestamp; null if polling stops or the attempt does not count.</returns>
    public async Task<long?> RecordAsync(ConnectionVersion version, AttemptResult result, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var connection = await context.Connections.Include(row => row.Health)
                .FirstOrDefaultAsync(row => row.Id == version.ConnectionId && row.Version == version.Version, cancellationToken);
            if (connection is null)
            {
                writes.Succeeded();
                return null;
            }

            var health = connection.Health;
            var before = health.State;
            var wait = PollJudge.Record(health, result, connection.PollInterval, clock.GetUtcNow(), Random.Shared.NextDouble());
            health.Revision++;
            var dueAt = wait is { } planned ? clock.In(planned) : (long?)null;
            if (!connection.Enabled)
            {
                dueAt = null;
                health.NextAttemptAt = null;
            }

            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                continue; // Another attempt of this connection ended at the same moment: judge again with the new row.
            }

            writes.Succeeded();
            LogTransition(connection, before, result);
            return dueAt;
        }
    }

    /// <summary>A poll could not be run or recorded: the store cannot be reached, or there is a defect.</summary>
    public void Lost(Guid connectionId, Exception exception)
    {
        writes.Failed(exception);
        LogPollLost(connectionId, exception);
    }

    private void LogTransition(Connection connection, PollState before, AttemptResult result)
    {
        var after = connection.Health.State;
        if (after == before)
        {
            return;
        }

        if (after is PollState.Failing or PollState.Suspended)
        {
            LogFailing(connection.Name, connection.Id, before, after, result.Failure!.Category, result.Failure.Step);
        }
        else
        {
            LogWorking(connection.Name, connection.Id, before, after);
        }
    }

    [LoggerMessage(LogLevel.Information, "Connection {Name} ({ConnectionId}) went from {Before} to {After}")]
    private partial void LogWorking(string name, Guid connectionId, PollState before, PollState after);

    [LoggerMessage(LogLevel.Warning, "Connection {Name} ({ConnectionId}) went from {Before} to {After}: {Category} in step {Step}")]
    private partial void LogFailing(
        string name, Guid connectionId, PollState before, PollState after, FailureCategory category, string? step);

    [LoggerMessage(LogLevel.Error, "A poll of connection {ConnectionId} could not be run or recorded")]
    private partial void LogPollLost(Guid connectionId, Exception exception);
}
