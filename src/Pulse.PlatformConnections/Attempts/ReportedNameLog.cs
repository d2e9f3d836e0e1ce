using System.Collections.Concurrent;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Collects the names in the reports of all attempts. Registered only while a proof runs, for its record.</summary>
internal sealed class ReportedNameLog
{
    private readonly ConcurrentQueue<ReportedName> _names = new();

    public IReadOnlyCollection<ReportedName> All => _names;

    public void Add(IEnumerable<ReportedName> mentions)
    {
        foreach (var mention in mentions)
        {
            _names.Enqueue(mention);
        }
    }
}
