using System.Net.WebSockets;

namespace Pulse.Simulation.TrueNas;

/// <summary>Puts the frames of a client together, up to a limit.</summary>
internal sealed class MessageReader(WebSocket socket, Func<int> limit)
{
    private readonly byte[] _buffer = new byte[16 * 1024];

    public async Task<IncomingMessage> ReadAsync(CancellationToken ct)
    {
        using var message = new MemoryStream();
        while (true)
        {
            var frame = await socket.ReceiveAsync(_buffer.AsMemory(), ct);
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                return IncomingMessage.Of(IncomingMessageKind.Closed);
            }

            if (frame.MessageType is WebSocketMessageType.Binary)
            {
                return IncomingMessage.Of(IncomingMessageKind.Binary);
            }

            message.Write(_buffer, 0, frame.Count);
            if (message.Length > limit())
            {
                return IncomingMessage.Of(IncomingMessageKind.TooLong);
            }

            if (frame.EndOfMessage)
            {
                return new(IncomingMessageKind.Text, message.ToArray());
            }
        }
    }
}
