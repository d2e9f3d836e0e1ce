namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Reads one system for one connection, and keeps its state between two polls: sockets, the login, the
/// state of an incremental read. Never used by two attempts at once. Disposing it ends every session on the
/// system, also after a failed, timed-out or cancelled read, within a few seconds, and never throws.
/// </summary>
public interface IPlatformSession : IAsyncDisposable
{
    /// <summary>
    /// Connects and logs in if necessary, and reads the inventory. A poll and a test both run this method.
    /// </summary>
    /// <param name="attempt">Gets the steps and the certificate, and guards the login.</param>
    /// <param name="cancellationToken">Ends the read: the deadline of the attempt, a stop, or an edit.</param>
    /// <exception cref="PlatformFailureException">The system cannot be read; the category gives the reason.</exception>
    Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken);
}
