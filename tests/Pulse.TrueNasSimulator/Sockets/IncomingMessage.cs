namespace Pulse.Simulation.TrueNas;

/// <summary>One WebSocket message of a client. Only a text has its bytes.</summary>
internal readonly record struct IncomingMessage(IncomingMessageKind Kind, byte[] Text)
{
    public static IncomingMessage Of(IncomingMessageKind kind) => new(kind, []);
}
