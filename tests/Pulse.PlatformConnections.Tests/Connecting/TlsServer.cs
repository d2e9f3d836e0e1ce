using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>Accepts every TLS handshake with one certificate, and sends only the given certificates of authorities.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public TlsServer(X509Certificate2 certificate, IEnumerable<X509Certificate2>? sent = null, SslProtocols protocols = SslProtocols.None)
    {
        _listener.Start();
        _serving = ServeAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [.. sent ?? []], offline: true),
            EnabledSslProtocols = protocols,
        });
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(SslServerAuthenticationOptions options)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await using var stream = new SslStream(new NetworkStream(socket));
                await stream.AuthenticateAsServerAsync(options, _stop.Token);
                while (await stream.ReadAsync(new byte[1024], _stop.Token) > 0)
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException or AuthenticationException)
            {
                // The client disconnected, or the test has ended.
            }
        }
    }
}
