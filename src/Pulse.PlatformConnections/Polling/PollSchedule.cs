using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Testing;
using Quartz;

namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// When each connection is polled next: one Quartz job and one trigger a connection. The trigger fires once and is set
/// anew after the poll, so that a slow poll never overlaps itself and a failing one waits longer.
/// </summary>
internal sealed class PollSchedule(
    ISchedulerFactory schedulers, IDbContextFactory<ConnectionsDbContext> contexts, SessionKeeper sessions, TimeProvider clock) : IHostedService
{
    /// <summary>The wait after a poll that Pulse itself could not run or record.</summary>
    public static readonly TimeSpan RetryAfterDefect = TimeSpan.FromMinutes(1);

    private const string Group = "polls";

    public static Guid ConnectionIdOf(JobKey job) => Guid.Parse(job.Name);

    /// <summary>Polls a new, edited or re-enabled connection as soon as a poll that may be under way has ended.</summary>
    public Task PollNowAsync(Guid connectionId, CancellationToken cancellationToken) => PlanAsync(connectionId, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Plans the poll after one that has just ended. An earlier plan is kept: it was made by an edit in the meantime.
    /// A connection that was deleted in the meantime has no job any more, and gets no plan.
    /// </summary>
    public async Task PollAgainAsync(Guid connectionId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (await scheduler.Exists(JobKeyOf(connectionId), cancellationToken))
        {
            await scheduler.ScheduleTrigger(Trigger(connectionId, at), TriggerConflict.KeepEarlier, cancellationToken);
        }
    }

    /// <summary>Polls the connection no more.</summary>
    public async Task ForgetAsync(Guid connectionId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJob(JobKeyOf(connectionId), cancellationToken);
    }

    /// <summary>
    /// Plans every enabled connection within one interval, at a random phase so that a thousand of them do not start
    /// together. Back-off does not outlive a restart; what a refused login holds back, the login gate still does. A secret
    /// that could not be read is tried again: the key ring may have been put back.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var enabled = await context.Connections.Where(row => row.Enabled).Include(row => row.Health).ToListAsync(cancellationToken);
        foreach (var connection in enabled.Where(row =>
            row.Health is { SuspendedReason: null } or { LastError.Category: FailureCategory.SecretUnreadable }))
        {
            connection.Health.SuspendedReason = null;
            var next = clock.GetUtcNow() + (connection.PollInterval * Random.Shared.NextDouble());
            connection.Health.NextAttemptAt = next;
            connection.Health.Revision++;
            await PlanAsync(connection.Id, next, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Called after Quartz has stopped, so that no poll can open a session any more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) => await sessions.DisposeAsync();

    private async Task PlanAsync(Guid connectionId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<PollJob>().WithIdentity(JobKeyOf(connectionId)).StoreDurably().Build();
        await scheduler.ScheduleJob(job, [Trigger(connectionId, at)], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private ITrigger Trigger(Guid connectionId, DateTimeOffset at) =>
        TriggerBuilder.Create(clock).WithIdentity(TriggerKeyOf(connectionId)).ForJob(JobKeyOf(connectionId)).StartAt(at).Build();

    private static JobKey JobKeyOf(Guid connectionId) => new(connectionId.ToString("D"), Group);

    private static TriggerKey TriggerKeyOf(Guid connectionId) => new(connectionId.ToString("D"), Group);
}
