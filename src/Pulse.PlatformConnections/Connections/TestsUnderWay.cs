using System.Collections.Concurrent;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The saved connections that are being tested now: one test at a time for each connection.</summary>
internal sealed class TestsUnderWay
{
    private readonly ConcurrentDictionary<Guid, byte> _connections = new();

    public bool TryEnter(Guid connectionId) => _connections.TryAdd(connectionId, 0);

    public void Leave(Guid connectionId) => _connections.TryRemove(connectionId, out _);
}
