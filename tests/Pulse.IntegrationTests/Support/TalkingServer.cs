using System.Net;
using System.Net.Sockets;

namespace Pulse.IntegrationTests.Support;

/// <summary>Says the same to everyone, whatever they want.</summary>
internal sealed class TalkingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _talking;

    public TalkingServer(byte[] words)
    {
        _listener.Start();
        _talking = TalkAsync(words);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _talking;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task TalkAsync(byte[] words)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await socket.SendAsync(words, _stop.Token);
                // Until the other side hangs up: closing with its words unread would take these back.
                while (await socket.ReceiveAsync(new byte[1024], _stop.Token) > 0)
                {
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }
}
