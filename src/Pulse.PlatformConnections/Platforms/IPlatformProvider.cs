namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// A kind of platform that Pulse can connect to. A provider is registered once in the host with
/// <see cref="PlatformConnectionsModule.AddPlatform{TProvider}"/>; routes, validation, masking, storage, polling and
/// health follow from its declaration.
/// </summary>
public interface IPlatformProvider
{
    /// <summary>The declaration of the platform: its names, and its own fields, steps and counts.</summary>
    PlatformDescriptor Platform { get; }

    /// <summary>
    /// Creates the object that reads one system for one connection. Does no I/O: the first read connects and logs in.
    /// </summary>
    IPlatformSession CreateSession(ConnectionTarget target);
}
