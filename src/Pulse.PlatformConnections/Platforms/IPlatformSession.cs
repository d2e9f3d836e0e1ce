namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Talks to one system for one connection, and keeps what is worth keeping between two polls: sockets, the login, the
/// state of an incremental read. Never used by two attempts at once. Disposing it ends every session it holds on the
/// system, also after a failed, timed-out or cancelled read, within a few seconds, and never throws.
/// </summary>
public interface IPlatformSession : IAsyncDisposable
{
    /// <summary>
    /// Connects and logs in where that is still to be done, and reads the inventory. A poll and a test both run this.
    /// </summary>
    /// <param name="attempt">Takes the steps, the certificate seen, and guards the login.</param>
    /// <param name="cancellationToken">Ends the read: the deadline of the attempt, a stop, or an edit.</param>
    /// <exception cref="PlatformFailureException">The system cannot be read; says why in a category.</exception>
    Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken);
}
