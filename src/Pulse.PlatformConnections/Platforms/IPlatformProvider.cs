namespace Pulse.PlatformConnections.Platforms;

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
