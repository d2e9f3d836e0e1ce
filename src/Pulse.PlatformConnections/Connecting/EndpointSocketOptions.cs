namespace Pulse.PlatformConnections.Connecting;

/// <summary>The options of a WebSocket in addition to its path.</summary>
public sealed record EndpointSocketOptions
{
    /// <summary>The subprotocol of the WebSocket; null for none. A system that chooses another one is refused.</summary>
    public string? SubProtocol { get; init; }

    /// <summary>Headers of the request that opens the WebSocket.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The time without a message after which Pulse sends a ping.</summary>
    internal TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The time that the system has to answer a ping before the WebSocket counts as lost.</summary>
    internal TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
