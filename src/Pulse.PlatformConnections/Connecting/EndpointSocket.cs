using System.Buffers;
using System.Net.WebSockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// A WebSocket to a system, opened by <see cref="EndpointConnection.OpenSocketAsync"/>. Sends and receives whole text messages.
/// Several callers may send, one may receive. After a failure or a cancellation the WebSocket cannot be used any more. Disposing it closes it
/// properly if that is still possible, takes at most a few seconds, and never throws.
/// </summary>
public sealed class EndpointSocket : IAsyncDisposable
{
    /// <summary>The time that the system has to answer the close.</summary>
    internal static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private const int LeastFree = 4096;

    private readonly WebSocket _socket;
    private readonly EndpointConnection _connection;
    private readonly ConnectionTarget _target;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenRegistration _ending;
    private readonly SemaphoreSlim _writing = new(1);
    private int _isReading;
    private int _isDisposed;

    /// <param name="socket">The open WebSocket.</param>
    /// <param name="connection">The connection from which it was made, with its limits.</param>
    /// <param name="target">The system.</param>
    /// <param name="clock">Limits the wait for the end.</param>
    /// <param name="ended">Ends the WebSocket without a close.</param>
    internal EndpointSocket(WebSocket socket, EndpointConnection connection, ConnectionTarget target, TimeProvider clock, CancellationToken ended)
    {
        (_socket, _connection, _target, _clock) = (socket, connection, target, clock);
        _ending = ended.Register(socket.Abort);
    }

    /// <summary>Sends one text message.</summary>
    /// <param name="message">The text in UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait, and also the WebSocket if a part was sent.</param>
    /// <exception cref="PlatformFailureException">The WebSocket was lost or closed.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        _connection.NoteAttempt();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception error)
        {
            throw Fail(error, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Receives one text message. Its bytes count for the limit of one read.</summary>
    /// <param name="cancellationToken">Ends the wait and the WebSocket.</param>
    /// <returns>The text, in valid UTF-8.</returns>
    /// <exception cref="SocketClosedException">The system closed the WebSocket.</exception>
    /// <exception cref="PlatformFailureException">The WebSocket was lost, or the message is too long or not a text.</exception>
    public async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            throw new InvalidOperationException("A WebSocket has one reader at a time.");
        }

        try
        {
            _connection.NoteAttempt();
            return await ReadMessageAsync(cancellationToken);
        }
        catch (Exception error) when (error is not SocketClosedException)
        {
            throw Fail(error, cancellationToken);
        }
        finally
        {
            Interlocked.Exchange(ref _isReading, 0);
        }
    }

    /// <summary>Closes the WebSocket.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        using var patience = new CancellationTokenSource(ClosePatience, _clock);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // The system is gone or does not answer: the close is not possible.
        }
        finally
        {
            await _ending.DisposeAsync();
            _socket.Abort();
            _socket.Dispose();
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadMessageAsync(CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>(LeastFree);
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(LeastFree), cancellationToken);
            switch (part.MessageType)
            {
                case WebSocketMessageType.Close:
                    throw SocketClosedException.Of(_target, _socket);
                case WebSocketMessageType.Binary:
                    throw SocketFailure.Binary(_target);
            }

            _connection.Budget.Spend(part.Count);
            message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return message.WrittenMemory;
            }
        }
    }

    private Exception Fail(Exception error, CancellationToken cancellationToken)
    {
        _socket.Abort();
        return cancellationToken.IsCancellationRequested ? new OperationCanceledException(error.Message, error, cancellationToken)
            : SocketFailure.From(error, _target) ?? error;
    }
}
