using System.Net.Sockets;
using System.Net.WebSockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Says in a category what went wrong on a WebSocket.</summary>
internal static class SocketFailure
{
    /// <summary>The failure that an exception of a WebSocket stands for, when it was not ended by its user.</summary>
    /// <returns>Null when it is none of the WebSocket.</returns>
    public static PlatformFailureException? From(Exception exception, ConnectionTarget target) => exception switch
    {
        WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely or WebSocketError.InvalidState } => Lost(target),
        WebSocketException { InnerException: IOException or SocketException or OperationCanceledException } => Lost(target),
        WebSocketException error => new(FailureCategory.Protocol, error.WebSocketErrorCode.ToString())
        {
            Sentence = $"What {target.Endpoint} sends over the WebSocket is not valid.",
        },
        // So it ends when its pings were not answered, and when its connection was disposed.
        OperationCanceledException or IOException or SocketException => Lost(target),
        _ => null,
    };

    public static PlatformFailureException Binary(ConnectionTarget target) => new(FailureCategory.Protocol)
    {
        Sentence = $"{target.Endpoint} sends a binary message over the WebSocket, where Pulse expects text.",
    };

    public static PlatformFailureException NoWebSocket(ConnectionTarget target, string what) => new(FailureCategory.Protocol, what)
    {
        Sentence = $"{target.Endpoint} agrees to a WebSocket, but not to the one that Pulse asked for.",
        Remedy = "Check whether a proxy changes the answers on their way.",
    };

    private static PlatformFailureException Lost(ConnectionTarget target) => new(FailureCategory.Unreachable)
    {
        Sentence = $"The WebSocket to {target.Endpoint} was lost without a close.",
    };
}
