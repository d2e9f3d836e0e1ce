using System.Collections.Concurrent;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>All boxes of a test, by host name.</summary>
internal sealed class Boxes
{
    private readonly ConcurrentDictionary<string, Box> _boxes = new(StringComparer.Ordinal);

    public Box At(string host) => _boxes.GetOrAdd(host, _ => new Box());

    public int OpenSessions => _boxes.Values.Sum(box => box.OpenSessions);
}
