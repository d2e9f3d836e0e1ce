using System.Runtime.InteropServices;

namespace Pulse.PlatformConnections.Storage;

/// <summary>One version of a connection. A result for one version says nothing about a later one.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Version">Its version.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConnectionVersion(Guid ConnectionId, int Version)
{
    public static ConnectionVersion Of(Connection connection) => new(connection.Id, connection.Version);
}
