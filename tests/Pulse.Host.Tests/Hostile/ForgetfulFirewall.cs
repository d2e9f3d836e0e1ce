using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pulse.Host.Tests.Hostile;

/// <summary>
/// A firewall between Pulse and a system. It drops connections without a notice, like real firewalls drop idle ones: bytes over
/// a dropped connection are accepted and go nowhere.
/// </summary>
internal sealed class ForgetfulFirewall : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Passage> _passages = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private int _swallowed;

    public ForgetfulFirewall(int systemPort)
    {
        _listener.Start();
        _accepting = AcceptAsync(systemPort);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of times that bytes came over a dropped connection.</summary>
    public int Swallowed => _swallowed;

    public int Connections => _passages.Count;

    /// <summary>Drops the existing connections. New ones pass.</summary>
    public void Forget()
    {
        foreach (var passage in _passages)
        {
            passage.IsForgotten = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closed.Dispose();
    }

    private async Task AcceptAsync(int systemPort)
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_closed.Token);
            var system = new TcpClient();
            await system.ConnectAsync(IPAddress.Loopback, systemPort, _closed.Token);
            var passage = new Passage();
            _passages.Add(passage);
            _ = PumpAsync(client, system, passage, isFromClient: true);
            _ = PumpAsync(system, client, passage, isFromClient: false);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Passage passage, bool isFromClient)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _closed.Token) is var read and > 0)
            {
                if (!passage.IsForgotten)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _closed.Token);
                }
                else if (isFromClient)
                {
                    Interlocked.Increment(ref _swallowed);
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One side is gone, or the test is over.
        }

        if (!passage.IsForgotten)
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private sealed class Passage
    {
        public volatile bool IsForgotten;
    }
}
