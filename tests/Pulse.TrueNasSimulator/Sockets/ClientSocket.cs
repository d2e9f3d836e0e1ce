using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;

namespace Pulse.Simulation.TrueNas;

/// <summary>One WebSocket from its first to its last frame, with the session on it.</summary>
internal sealed class ClientSocket : IAsyncDisposable
{
    private const int BeforeLogin = 8 * 1024; // facts.md#2
    private const int AfterLogin = 64 * 1024;

    private readonly TrueNasState _nas;
    private readonly WebSocket _socket;
    private readonly ClientTransport _transport;
    private readonly Action _abort;
    private readonly RpcDispatcher _dispatcher;
    private readonly CancellationTokenSource _ended = new();
    private readonly IdleCut _idle;
    private Session? _session;

    public ClientSocket(TrueNasState nas, WebSocket socket, ClientTransport transport, Action abort)
    {
        (_nas, _socket, _transport, _abort) = (nas, socket, transport, abort);
        Outbox = new(() => nas.Faults.AnswersInOrder);
        _dispatcher = new(nas, this);
        _idle = new(nas, Cut);
    }

    public Outbox Outbox { get; }

    public IPAddress Address => _transport.Address;

    /// <summary>Whether nginx tells the middleware that the transport is secure.</summary>
    public bool IsSecure => _transport.IsEncrypted && !_nas.Faults.IsBehindPlainProxy;

    public bool IsEncrypted => _transport.IsEncrypted;

    /// <summary>Cancelled when the socket has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>The SCRAM login that waits for its final message.</summary>
    public ScramExchange? Scram { get; set; }

    /// <summary>The collections that the client has subscribed to, by the id of the subscription.</summary>
    public ConcurrentDictionary<string, string> Subscriptions { get; } = new(concurrencyLevel: 1, capacity: 4);

    /// <summary>The session, if it is still valid. Finding it counts as activity.</summary>
    public Session? FindSession()
    {
        if (Volatile.Read(ref _session) is not { } session || session.TryUse(_nas.Time.GetUtcNow()))
        {
            return Volatile.Read(ref _session);
        }

        EndSession();
        return null;
    }

    public void Begin(Session session)
    {
        if (Interlocked.Exchange(ref _session, session) is null)
        {
            _nas.Counters.SessionOpened();
        }
    }

    public void EndSession()
    {
        if (Interlocked.Exchange(ref _session, null) is not null)
        {
            _nas.Counters.SessionEnded();
            Subscriptions.Clear();
        }
    }

    /// <summary>Ends the connection without a close frame.</summary>
    public void Cut() => _abort();

    public void Notify(CollectionChange change)
    {
        if (Subscriptions.Values.Contains(change.Collection))
        {
            PostNotification(RpcMessages.Notification(change, _nas.Faults.BoxesValues));
        }
    }

    public void PostNotification(byte[] text) => Outbox.Post(new(IsAnswer: false, ct => WriteAsync(text, ct)));

    public void PostAnswer(byte[] text) => Outbox.Post(new(IsAnswer: true, ct => WriteAsync(text, ct)));

    public Task WriteAsync(byte[] text, CancellationToken ct) => WriteFrameAsync(text, WebSocketMessageType.Text, isLast: true, ct);

    public async Task WriteFrameAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool isLast, CancellationToken ct)
    {
        await _socket.SendAsync(bytes, type, isLast, ct);
        _nas.Counters.Sent(bytes.Length);
        _idle.Restart();
    }

    public Task CloseAsync(int code, string reason, CancellationToken ct) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, ct);

    public async Task RunAsync(CancellationToken aborted)
    {
        _nas.Sockets.Add(this);
        await using var registration = aborted.Register(_ended.Cancel);
        var sending = Outbox.RunAsync(Ended);
        try
        {
            await (IsAllowed() ? ReadAllAsync() : RefuseAsync(WebSocketCloseStatus.PolicyViolation, "You are not allowed to access this resource"));
        }
        catch (Exception failure) when (IsEnd(failure))
        {
            // The client, a fault or the end of the simulator has ended the connection.
        }

        _idle.Dispose();
        EndSession();
        await _ended.CancelAsync();
        await IgnoreEndAsync(sending);
        _nas.Sockets.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        _ended.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static bool IsEnd(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or IOException or InvalidOperationException;

    private static async Task IgnoreEndAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception failure) when (IsEnd(failure))
        {
            // As above.
        }
    }

    private async Task ReadAllAsync()
    {
        _idle.Restart();
        var reader = new MessageReader(_socket, Limit);
        while (true)
        {
            var reading = reader.ReadAsync(Ended);
            if (!reading.IsCompleted)
            {
                Outbox.Release();
            }

            var message = await reading;
            Outbox.Hold();
            _idle.Restart();
            switch (message.Kind)
            {
                case IncomingMessageKind.Text:
                    _dispatcher.Receive(message.Text);
                    break;
                case IncomingMessageKind.Binary:
                    await RefuseAsync(WebSocketCloseStatus.InvalidMessageType, "Invalid websocket message type: <WSMsgType.BINARY: 2>");
                    return;
                case IncomingMessageKind.TooLong:
                    await (_session is null
                        ? RefuseAsync(WebSocketCloseStatus.InvalidPayloadData, "Anonymous connection max message length is 8 kB")
                        : RefuseAsync(WebSocketCloseStatus.MessageTooBig, "Max message length is 64 kB"));
                    return;
                default:
                    await CloseAsync((int)WebSocketCloseStatus.NormalClosure, "", Ended);
                    return;
            }
        }
    }

    // The vendor counts characters. Bytes are the stricter reading of 8 KiB and 64 KiB.
    private int Limit() => !_nas.Faults.LimitsMessages ? int.MaxValue : _session is null ? BeforeLogin : AfterLogin;

    private bool IsAllowed() => _nas.Faults.AllowList is not { Count: > 0 } allowed || allowed.Contains(_transport.Address);

    private async Task RefuseAsync(WebSocketCloseStatus code, string reason)
    {
        await CloseAsync((int)code, reason, Ended);
        var rest = new MessageReader(_socket, () => int.MaxValue);
        while ((await rest.ReadAsync(Ended)).Kind is not IncomingMessageKind.Closed)
        {
            // The client had sent more before it saw the close frame.
        }
    }
}
