using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>A saved connection under test, with the settings of the request. A class, not a record: a generated ToString() would print secrets.</summary>
internal sealed class TestedConnection(PlatformDescriptor platform, Connection saved, ConnectionSettings settings, Action loginTried)
{
    public PlatformDescriptor Platform => platform;

    /// <summary>The connection as it was before the test.</summary>
    public Connection Saved => saved;

    /// <summary>The settings that the test uses.</summary>
    public ConnectionSettings Settings => settings;

    /// <summary>Called before a login is sent.</summary>
    public Action LoginTried => loginTried;
}
