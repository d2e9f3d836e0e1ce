using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// Holds one session for each connection across polls, lets one poll at a time use it, and ends it on edit, pause, delete and
/// stop. A session belongs to one version of its connection: a later version never polls with an older login.
/// </summary>
internal sealed class SessionKeeper(TimeProvider clock, ILogger<GuardedSession> logger) : IAsyncDisposable
{
    // An administrator who edits a connection to a dead system waits at most this time for its log-out.
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, HeldSession> _sessions = new();
    private readonly ConcurrentDictionary<HeldSession, Task> _ending = new();

    /// <summary>Runs a poll with the session of this version of the connection. Creates the session if there is none.</summary>
    /// <param name="connection">The connection: an open session of an older version is ended first.</param>
    /// <param name="create">Creates the session; does no I/O.</param>
    /// <param name="poll">The poll. Its token is cancelled if the connection changes, and on stop.</param>
    /// <param name="cancellationToken">Stops the poll.</param>
    public async Task<T> UseAsync<T>(
        ConnectionVersion connection,
        Func<IPlatformSession> create,
        Func<IPlatformSession, CancellationToken, Task<T>> poll,
        CancellationToken cancellationToken)
    {
        if (_sessions.TryGetValue(connection.ConnectionId, out var old) && old.Version != connection.Version)
        {
            await EndAsync(connection.ConnectionId);
        }

        var held = _sessions.GetOrAdd(connection.ConnectionId, _ => new HeldSession(connection.Version, new GuardedSession(create(), clock, logger)));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Ended, cancellationToken);
        await held.Gate.WaitAsync(either.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await poll(held.Session, either.Token);
        }
        finally
        {
            held.Gate.Release();
            if (held.Session.IsLost)
            {
                await EndAsync(connection);
            }
        }
    }

    /// <summary>
    /// Cancels the poll that uses the session and logs out. Returns after the log-out, or after two seconds: then the
    /// log-out continues in the background, and a stop still waits for it.
    /// </summary>
    public Task EndAsync(Guid connectionId) =>
        _sessions.TryRemove(connectionId, out var held) ? EndPatientlyAsync(held) : Task.CompletedTask;

    /// <summary>
    /// Ends the session of this version only. For a poll that learns at its end that the connection was changed or
    /// deleted after the poll had read it, and before it had a session to end.
    /// </summary>
    public Task EndAsync(ConnectionVersion connection) =>
        _sessions.TryGetValue(connection.ConnectionId, out var held) && held.Version == connection.Version
            && _sessions.TryRemove(new(connection.ConnectionId, held))
            ? EndPatientlyAsync(held)
            : Task.CompletedTask;

    /// <summary>Ends every session. Called once, on stop.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_sessions.Keys.Select(connectionId => EndAsync(connectionId)));
        await Task.WhenAll(_ending.Values);
    }

    private async Task EndPatientlyAsync(HeldSession held)
    {
        var ending = held.DisposeAsync().AsTask();
        _ending[held] = ending;
        _ = ending.ContinueWith(_ => _ending.TryRemove(held, out var _), TaskScheduler.Default);
        await Task.WhenAny(ending, Task.Delay(EndPatience, clock));
    }

    private sealed class HeldSession : IAsyncDisposable
    {
        private readonly CancellationTokenSource _ended = new();

        public HeldSession(int version, GuardedSession session)
        {
            Version = version;
            Session = session;
            Ended = _ended.Token;
        }

        public int Version { get; }

        public GuardedSession Session { get; }

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public CancellationToken Ended { get; }

        /// <summary>The gate is never released: a poll that still waits for it sees the cancelled token instead.</summary>
        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            await Gate.WaitAsync(CancellationToken.None);
            await Session.DisposeAsync();
            _ended.Dispose();
        }
    }
}
