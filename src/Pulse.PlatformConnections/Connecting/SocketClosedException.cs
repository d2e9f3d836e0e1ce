using System.Net.WebSockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The system closed a WebSocket in order. A provider that knows what a status means there says it in better words.</summary>
public sealed class SocketClosedException : PlatformFailureException
{
    private SocketClosedException(ConnectionTarget target, WebSocketCloseStatus status, string reason)
        : base(CategoryOf(status), reason.Length == 0 ? $"{(int)status}" : $"{(int)status} {reason}")
    {
        Status = status;
        Reason = reason;
        Sentence = $"{target.Endpoint} closed the WebSocket with status {(int)status}{(reason.Length == 0 ? "" : $" ('{reason}')")}.";
    }

    /// <summary>The status that the system gave, or that stands for none.</summary>
    public WebSocketCloseStatus Status { get; }

    /// <summary>What the system said, cut and cleaned; empty when it said nothing.</summary>
    public string Reason { get; }

    internal static SocketClosedException Of(ConnectionTarget target, WebSocket socket) => new(
        target, socket.CloseStatus ?? WebSocketCloseStatus.Empty, SystemText.Text(socket.CloseStatusDescription ?? ""));

    // These statuses say that the system does not agree with what it was sent.
    private static FailureCategory CategoryOf(WebSocketCloseStatus status) => status switch
    {
        WebSocketCloseStatus.ProtocolError or WebSocketCloseStatus.InvalidMessageType or WebSocketCloseStatus.InvalidPayloadData
            or WebSocketCloseStatus.PolicyViolation or WebSocketCloseStatus.MessageTooBig or WebSocketCloseStatus.MandatoryExtension => FailureCategory.Protocol,
        _ => FailureCategory.Unreachable,
    };
}
