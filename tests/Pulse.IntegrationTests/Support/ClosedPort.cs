using System.Net;
using System.Net.Sockets;

namespace Pulse.IntegrationTests.Support;

/// <summary>A port on which nothing listens.</summary>
internal static class ClosedPort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
