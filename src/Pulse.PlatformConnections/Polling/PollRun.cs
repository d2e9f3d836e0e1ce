using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>One poll of one connection, from reading its settings to recording the result.</summary>
internal sealed class PollRun(
    PollTargets targets, SessionKeeper sessions, AttemptRunner runner, HealthRecorder recorder, PollTelemetry telemetry, TimeProvider clock)
{
    // The wait after a poll that Pulse itself could not run or record.
    private static readonly TimeSpan RetryAfterDefect = TimeSpan.FromMinutes(1);

    /// <param name="connectionId">The connection.</param>
    /// <param name="lag">The delay of the poll.</param>
    /// <param name="cancellationToken">Ends the poll on a stop.</param>
    /// <returns>The time of the next poll, as a timestamp; null if there is none, or if an edit has planned it already.</returns>
    public async Task<long?> RunAsync(Guid connectionId, TimeSpan lag, CancellationToken cancellationToken)
    {
        try
        {
            return await PollAsync(connectionId, lag, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Pulse stops, or the connection was changed, paused or deleted: that change plans the next poll.
            return null;
        }
        catch (Exception unexpected)
        {
            // The store cannot be reached, or there is a defect: the connection must stay in the schedule.
            recorder.Lost(connectionId, unexpected);
            return clock.In(RetryAfterDefect);
        }
    }

    private async Task<long?> PollAsync(Guid connectionId, TimeSpan lag, CancellationToken cancellationToken)
    {
        if (await targets.FindAsync(connectionId, cancellationToken) is not { } found)
        {
            return null;
        }

        var (connection, provider, target, isReadable) = found;
        var (platform, version) = (provider.Platform, ConnectionVersion.Of(connection));
        using var activity = telemetry.Begin(platform.Key, connectionId);
        var result = isReadable
            ? await sessions.UseAsync(
                version,
                () => provider.CreateSession(target),
                (session, token) => runner.RunAsync(session, new AttemptOrder(platform, target, AttemptPurpose.Poll), token),
                cancellationToken)
            : AttemptRunner.NotBegun(platform, target, FailureCategory.SecretUnreadable);

        result = DeniedReads.Keep(connection.Health.Observed, result);
        result = SystemChange.Find(connection.Health.Observed, result, platform, target)?.IssueOf(result) ?? result;
        telemetry.Record(platform.Key, connectionId, result, lag);
        var next = await recorder.RecordAsync(version, result, cancellationToken);
        if (next is null)
        {
            await sessions.EndAsync(version);
        }

        return next;
    }
}
