using System.Net;

namespace Pulse.Simulation.TrueNas;

/// <summary>Counts the calls of callers without a session, by method and address (facts.md#4).</summary>
public sealed class RateLimits(TimeProvider time)
{
    public const int MaximumCalls = 20;
    public const int MaximumEntries = 100;
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Method, IPAddress Address), Entry> _entries = [];

    public int Entries
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Fills the table with other callers: from then on every caller without a session is refused.</summary>
    public void Fill()
    {
        lock (_gate)
        {
            for (var host = 0; _entries.Count < MaximumEntries; host++)
            {
                _entries.TryAdd(("core.ping", new IPAddress([198, 51, 100, (byte)host])), new(time.GetTimestamp()));
            }
        }
    }

    /// <summary>Forgets all callers, as a restart of the middleware does.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Notes a call, whatever becomes of it, and says whether it may run.</summary>
    internal bool TryCall(string method, IPAddress address)
    {
        lock (_gate)
        {
            if (_entries.Count >= MaximumEntries)
            {
                return false;
            }

            if (!_entries.TryGetValue((method, address), out var entry) || time.GetElapsedTime(entry.Start) >= Window)
            {
                _entries[(method, address)] = entry = new(time.GetTimestamp());
            }

            return ++entry.Calls <= MaximumCalls;
        }
    }

    private sealed class Entry(long start)
    {
        public long Start { get; } = start;

        public int Calls { get; set; }
    }
}
