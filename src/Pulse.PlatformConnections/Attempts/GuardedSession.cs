using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// The second line of defence against a system that stalls: a read that goes on after it was cancelled is left alone, and
/// so is an end that takes too long. A provider ends its own reads; nothing may depend on that.
/// </summary>
internal sealed partial class GuardedSession(IPlatformSession inner, TimeProvider clock, ILogger<GuardedSession> logger) : IPlatformSession
{
    /// <summary>How long a cancelled read may take to end: it still waits for the answer to a login, and logs out.</summary>
    public static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(6);

    /// <summary>How long an end may take: a log-out, and the closing of sockets.</summary>
    public static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(3.5);

    /// <summary>Whether a read did not end when it was cancelled. The session must not be used again.</summary>
    public bool IsLost { get; private set; }

    public async Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        // On a thread of its own: a reader that blocks would hold up the wait for it, too.
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
