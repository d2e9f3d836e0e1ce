using System.Net;
using System.Net.Sockets;

namespace Pulse.Testing;

/// <summary>Takes one connection after another without any protocol: says the same bytes to all, or never a word.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private RawServer(Func<RawServer, Socket, CancellationToken, Task> talk)
    {
        _listener.Start();
        _serving = ServeAsync(talk);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What the last connection began with, if it was listened to.</summary>
    public byte[] Heard { get; private set; } = [];

    /// <summary>A port on which nothing listens.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Says nothing, and keeps each connection open.</summary>
    public static RawServer Silent() => new((_, _, _) => Task.CompletedTask);

    /// <summary>Speaks first, as a server of another protocol does.</summary>
    public static RawServer Speaking(byte[] words) => new((_, socket, stop) => socket.SendAsync(words, stop).AsTask());

    /// <summary>Waits for the first words of the other side, keeps them, answers, and closes its own direction.</summary>
    public static RawServer Answering(byte[] answer) => new(async (server, socket, stop) =>
    {
        var buffer = new byte[4096];
        server.Heard = buffer[..await socket.ReceiveAsync(buffer, stop)];
        await socket.SendAsync(answer, stop);
        socket.Shutdown(SocketShutdown.Send);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<RawServer, Socket, CancellationToken, Task> talk)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await talk(this, socket, _stop.Token);
                // Until the other side hangs up: closing with its words unread would take the answer back.
                while (await socket.ReceiveAsync(new byte[1024], _stop.Token) > 0)
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }
}
