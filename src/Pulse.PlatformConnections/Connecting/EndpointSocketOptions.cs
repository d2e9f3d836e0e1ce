namespace Pulse.PlatformConnections.Connecting;

/// <summary>What a WebSocket is asked for beside its path.</summary>
public sealed record EndpointSocketOptions
{
    /// <summary>The protocol to be spoken over the WebSocket; null for none. A system that chooses another one is refused.</summary>
    public string? SubProtocol { get; init; }

    /// <summary>Headers of the request that opens the WebSocket.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the system may be silent before it is asked for a sign of life.</summary>
    internal TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the system may take for a sign of life before the WebSocket counts as lost.</summary>
    internal TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
