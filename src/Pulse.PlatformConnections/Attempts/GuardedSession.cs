using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// The second protection against a system that stalls: Pulse drops a read that continues after it was cancelled, and a
/// disposal that takes too long. A provider ends its own reads, but nothing may depend on that.
/// </summary>
internal sealed partial class GuardedSession(IPlatformSession inner, TimeProvider clock, ILogger<GuardedSession> logger) : IPlatformSession
{
    /// <summary>The time that a cancelled read has to end: it still waits for the answer to a login, and logs out.</summary>
    public static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(6);

    /// <summary>The time that a disposal has: a log-out, and the closing of sockets.</summary>
    public static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(3.5);

    /// <summary>Whether a read did not end when it was cancelled. Then the session must not be used again.</summary>
    public bool IsLost { get; private set; }

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        // On a separate thread: otherwise a reader that blocks would also block the wait for it.
        var reading = Task.Run(() => inner.ReadAsync(attempt, cancellationToken), CancellationToken.None);
        await ((Task)reading).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!reading.IsCompleted)
        {
            await ((Task)reading).WaitAsync(ReadPatience, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (reading.IsCompleted)
        {
            return await reading;
        }

        IsLost = true;
        LogLost(attempt.CurrentStep);
        throw new OperationCanceledException(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        var ending = Task.Run(async () => await inner.DisposeAsync(), CancellationToken.None);
        await ending.WaitAsync(EndPatience, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ending.IsCompletedSuccessfully)
        {
            LogNotEnded(ending.Exception?.InnerException?.GetType().FullName ?? "no end in time");
        }
    }

    [LoggerMessage(LogLevel.Error, "A read did not end when it was cancelled, in step {Step}: a defect. Its session is dropped")]
    private partial void LogLost(string? step);

    [LoggerMessage(LogLevel.Error, "Ending a session failed ({Reason}): it may stay open on the system until it expires")]
    private partial void LogNotEnded(string reason);
}
