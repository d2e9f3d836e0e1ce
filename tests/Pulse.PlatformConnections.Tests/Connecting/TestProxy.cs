using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>A proxy that connects every tunnel to one port of this machine, or sends the answer of a test.</summary>
internal sealed class TestProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _serving;

    /// <param name="leadsTo">The port behind every tunnel.</param>
    /// <param name="answer">The answer that replaces a tunnel; endless if it repeats.</param>
    /// <param name="repeats">Sends the answer again and again.</param>
    public TestProxy(int leadsTo = 0, string? answer = null, bool repeats = false)
    {
        _listener.Start();
        _serving = ServeAsync(leadsTo, answer, repeats);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyCollection<string> Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(int leadsTo, string? answer, bool repeats)
    {
        List<Task> tunnels = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                tunnels.Add(TunnelAsync(client, leadsTo, answer, repeats));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(tunnels);
        }
    }

    private async Task TunnelAsync(TcpClient client, int leadsTo, string? answer, bool repeats)
    {
        using var accepted = client;
        try
        {
            var near = client.GetStream();
            var buffer = new byte[4096];
            _requests.Enqueue(Encoding.ASCII.GetString(buffer, 0, await near.ReadAsync(buffer, _stop.Token)));
            do
            {
                await near.WriteAsync(Encoding.ASCII.GetBytes(answer ?? "HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n"), _stop.Token);
            }
            while (repeats);

            if (answer is not null)
            {
                client.Client.Shutdown(SocketShutdown.Send);
                while (await near.ReadAsync(buffer, _stop.Token) > 0)
                {
                }

                return;
            }

            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, leadsTo, _stop.Token);
            await Task.WhenAny(near.CopyToAsync(far.GetStream(), _stop.Token), far.GetStream().CopyToAsync(near, _stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException)
        {
            // One side disconnected, or the test has ended.
        }
    }
}
