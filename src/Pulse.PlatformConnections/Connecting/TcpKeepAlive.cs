using System.Net.Sockets;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Keeps a connection open in firewalls between two polls, and detects when the system is gone.</summary>
internal static class TcpKeepAlive
{
    private const int Seconds = 10;
    private const int Retries = 3;

    public static void SwitchOn(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Seconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Seconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Retries);
    }
}
