using System.Collections.Concurrent;

namespace Pulse.PlatformConnections.Testing;

/// <summary>Collects the names that all attempts speak of. Registered only while a system is proven, for its record.</summary>
internal sealed class MentionLog
{
    private readonly ConcurrentQueue<Mention> _mentions = new();

    public IReadOnlyCollection<Mention> All => _mentions;

    public void Add(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            _mentions.Enqueue(mention);
        }
    }
}
