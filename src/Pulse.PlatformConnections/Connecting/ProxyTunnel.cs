using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Opens a tunnel (<c>CONNECT</c>) through the configured proxy, for HTTPS and plain HTTP alike. Pulse sends the proxy the
/// checked address, never a name.
/// </summary>
internal sealed class ProxyTunnel(ConnectionTarget target, ProxySetting proxy, HostResolver resolve, TimeProvider clock)
{
    private const int MaxAnswer = 8 * 1024;

    // Shorter than the connect timeout of the pool, so that the failure names a proxy that does not answer.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    /// <exception cref="PlatformFailureException">The proxy cannot be reached, refuses, or does not answer like a proxy.</exception>
    public async Task<Socket> OpenAsync(IPAddress address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        Socket? socket = null;
        try
        {
            socket = await ConnectAsync(either.Token);
            await socket.SendAsync(Request(address), either.Token);
            Judge(await ReadStatusAsync(socket, either.Token));
            return socket;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket?.Dispose();
            throw ProxyFailure.Silent(target, proxy);
        }
        catch (SocketException error)
        {
            socket?.Dispose();
            throw ProxyFailure.NotConnected(target, proxy, error.SocketErrorCode);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(proxy.Host, out var literal) ? [literal] : await resolve(proxy.Host, cancellationToken);
        var allowed = found.Where(address => !AddressPolicy.NeverAllows(address)).ToArray();
        if (allowed.Length == 0)
        {
            throw ProxyFailure.NotAllowed(target, proxy);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        TcpKeepAlive.SwitchOn(socket);
        try
        {
            await socket.ConnectAsync(allowed, proxy.Port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private byte[] Request(IPAddress address)
    {
        var authority = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]:{target.Port}" : $"{address}:{target.Port}";
        var credentials = proxy.Credentials is null ? "" : $"Proxy-Authorization: {proxy.Credentials}\r\n";
        return Encoding.ASCII.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{credentials}\r\n");
    }

    private void Judge(int? status)
    {
        if (status is not (>= 200 and < 300))
        {
            throw status is { } refused ? ProxyFailure.Refused(target, proxy, refused) : ProxyFailure.NoProxy(target, proxy);
        }
    }

    /// <returns>The status of a complete answer; null if the answer is not complete.</returns>
    private async Task<int?> ReadStatusAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxAnswer];
        var length = 0;
        while (length < MaxAnswer)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                throw length == 0 ? ProxyFailure.Closed(target, proxy) : ProxyFailure.NoProxy(target, proxy);
            }

            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var status = StatusOf(buffer.AsSpan(0, end));

                // A refusal may have a body. In a tunnel, no bytes come before Pulse sends some.
                return status is >= 200 and < 300 && end + 4 < length ? null : status;
            }
        }

        return null;
    }

    // Example: HTTP/1.0 200 Connection established
    private static int? StatusOf(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("HTTP/1."u8) && head[8] == ' ' && (head.Length == 12 || head[12] is (byte)' ' or (byte)'\r')
        && int.TryParse(head[9..12], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : null;
}
