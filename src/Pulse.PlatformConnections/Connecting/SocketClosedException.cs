using System.Net.WebSockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The system closed a WebSocket properly. A provider that knows the meaning of a status can throw a more exact failure.</summary>
public sealed class SocketClosedException : PlatformFailureException
{
    private SocketClosedException(ConnectionTarget target, WebSocketCloseStatus status, string reason)
        : base(CategoryOf(status), reason.Length == 0 ? $"{(int)status}" : $"{(int)status} {reason}")
    {
        Status = status;
        Reason = reason;
        Sentence = $"{target.Endpoint} closed the WebSocket with status {(int)status}{(reason.Length == 0 ? "" : $" ('{reason}')")}.";
    }

    /// <summary>The status of the system, or the status that means that it sent none.</summary>
    public WebSocketCloseStatus Status { get; }

    /// <summary>The reason that the system gave, cut and cleaned; empty if it gave none.</summary>
    public string Reason { get; }

    internal static SocketClosedException Of(ConnectionTarget target, WebSocket socket) => new(
        target, socket.CloseStatus ?? WebSocketCloseStatus.Empty, SystemText.Text(socket.CloseStatusDescription ?? ""));

    // With these statuses the system rejects a message that it received.
    private static FailureCategory CategoryOf(WebSocketCloseStatus status) => status switch
    {
        WebSocketCloseStatus.ProtocolError or WebSocketCloseStatus.InvalidMessageType or WebSocketCloseStatus.InvalidPayloadData
            or WebSocketCloseStatus.PolicyViolation or WebSocketCloseStatus.MessageTooBig or WebSocketCloseStatus.MandatoryExtension => FailureCategory.Protocol,
        _ => FailureCategory.Unreachable,
    };
}
