using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Providers;

/// <summary>
/// A kind of platform that Pulse can connect to. A provider is registered once in the host with
/// <see cref="PlatformConnectionsModule.AddPlatform{TProvider}"/>; routes, validation, masking, storage, polling and
/// health follow from what it declares here.
/// </summary>
public interface IPlatformProvider
{
    /// <summary>What the platform is called, and which fields, steps and counts it has of its own.</summary>
    PlatformDescriptor Platform { get; }

    /// <summary>
    /// Makes the object that talks to one system for one connection. Does no I/O: the first read connects and logs in.
    /// </summary>
    IPlatformSession CreateSession(ConnectionTarget target);
}

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
