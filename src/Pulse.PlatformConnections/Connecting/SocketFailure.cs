using System.Net.Sockets;
using System.Net.WebSockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Turns the error of a WebSocket into a failure category.</summary>
internal static class SocketFailure
{
    /// <summary>The failure for an exception of a WebSocket that its user did not end.</summary>
    /// <returns>Null if the exception does not come from the WebSocket.</returns>
    public static PlatformFailureException? From(Exception exception, ConnectionTarget target) => exception switch
    {
        WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely or WebSocketError.InvalidState } => Lost(target),
        WebSocketException { InnerException: IOException or SocketException or OperationCanceledException } => Lost(target),
        WebSocketException error => new(FailureCategory.Protocol, error.WebSocketErrorCode.ToString())
        {
            Sentence = $"The WebSocket message of {target.Endpoint} is not valid.",
        },
        // The WebSocket ends like this if its pings were not answered, and if its connection was disposed.
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
