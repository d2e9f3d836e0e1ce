using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Holds the pollers of all connections in this process.</summary>
internal sealed partial class LocalPollers(
    PollRun polls,
    IDbContextFactory<ConnectionsDbContext> contexts,
    SessionKeeper sessions,
    IHostApplicationLifetime lifetime,
    IOptions<PollingOptions> options,
    TimeProvider clock,
    ILogger<LocalPollers> logger) : IHostedService, IDisposable
{
    // A stored time is shown if it is true within this tolerance; the two clocks never agree exactly.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, ConnectionPoller> _pollers = new();
    private readonly SemaphoreSlim _slots = new(options.Value.MaxConcurrent);

    /// <summary>Polls a new, edited or re-enabled connection as soon as a running poll has ended.</summary>
    public void PollNow(Guid connectionId) => Plan(connectionId, clock.GetTimestamp());

    /// <summary>Plans the next poll after a test. A connection that is not polled gets no plan.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="dueAt">The time of the poll, as a timestamp.</param>
    public void PollAt(Guid connectionId, long dueAt)
    {
        if (_pollers.TryGetValue(connectionId, out var poller))
        {
            poller.TryPlan(dueAt, lifetime.ApplicationStopping);
        }
    }

    /// <summary>Stops polling the connection.</summary>
    public void Forget(Guid connectionId)
    {
        if (_pollers.TryRemove(connectionId, out var poller))
        {
            poller.End();
        }
    }

    /// <summary>
    /// The wall time of the next attempt. The stored time was true when it was stored; after a jump of the
    /// clock only the plan is true.
    /// </summary>
    public DateTimeOffset? NextAttemptOf(Connection connection)
    {
        if (connection.Health.NextAttemptAt is not { } stored
            || !_pollers.TryGetValue(connection.Id, out var poller)
            || poller.DueIn is not { } dueIn)
        {
            return connection.Health.NextAttemptAt;
        }

        var planned = clock.GetUtcNow() + dueIn;
        return (planned - stored).Duration() > Tolerance ? planned : stored;
    }

    /// <summary>
    /// Plans every enabled connection within one interval, at a random moment, so that a thousand polls do not start
    /// together. A restart ends back-off; the login gate still holds refused logins. An unreadable
    /// secret is tried again: the key ring may have been restored.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var enabled = await context.Connections.Where(row => row.Enabled).Include(row => row.Health).ToListAsync(cancellationToken);
        var planned = new List<(Guid Id, long DueAt)>();
        foreach (var unreadable in enabled.Where(row => row.UnreadableReason is not null))
        {
            LogUnreadable(unreadable.Name, unreadable.Id);
        }

        foreach (var connection in enabled.Where(row => row.UnreadableReason is null &&
            row.Health is { SuspendedReason: null } or { LastError.Category: FailureCategory.SecretUnreadable }))
        {
            var wait = (connection.PollInterval * Random.Shared.NextDouble()).InWholeMilliseconds();
            connection.Health.SuspendedReason = null;
            connection.Health.NextAttemptAt = clock.GetUtcNow() + wait;
            connection.Health.Revision++;
            planned.Add((connection.Id, clock.In(wait)));
        }

        await context.SaveChangesAsync(cancellationToken);
        planned.ForEach(plan => Plan(plan.Id, plan.DueAt));
    }

    /// <summary>Ends every poll, and then the sessions of the polls.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_pollers.Values.Select(poller => poller.Completion))
            .WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sessions.DisposeAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _slots.Dispose();

    private void Plan(Guid connectionId, long dueAt)
    {
        var stopping = lifetime.ApplicationStopping;
        while (_pollers.GetOrAdd(connectionId, Create) is var poller && !poller.TryPlan(dueAt, stopping))
        {
            _pollers.TryRemove(new(connectionId, poller));
        }
    }

    private ConnectionPoller Create(Guid connectionId) =>
        new((lag, cancellationToken) => polls.RunAsync(connectionId, lag, cancellationToken), _slots, clock);

    [LoggerMessage(LogLevel.Error, "The stored settings of connection {Name} ({ConnectionId}) cannot be read; it is not polled until an admin enters them again")]
    private partial void LogUnreadable(string name, Guid connectionId);
}
