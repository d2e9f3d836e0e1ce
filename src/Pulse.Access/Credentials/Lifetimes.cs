using System.Collections.Concurrent;

namespace Pulse.Access.Credentials;

/// <summary>
/// Whether a session or a token has ended: at its date, or when its lifetime has passed, whichever comes first. With the date alone,
/// setting the clock back would prolong the session or token.
/// </summary>
internal sealed class Lifetimes(TimeProvider time)
{
    private const int SweepFrom = 1000;

    // The key has the id and the dates: a renewed session gets another end.
    private readonly ConcurrentDictionary<(Guid Id, DateTimeOffset From, DateTimeOffset Until), (long SeenAt, TimeSpan Left)> _seen = new();

    /// <param name="id">The id of the session or the token.</param>
    /// <param name="from">The start of the lifetime. A time in the future counts as now.</param>
    /// <param name="until">The date of the end.</param>
    public bool HasEnded(Guid id, DateTimeOffset from, DateTimeOffset until)
    {
        var now = time.GetUtcNow();
        if (now >= until)
        {
            return true;
        }

        if (_seen.Count >= SweepFrom)
        {
            Sweep(now);
        }

        var left = now < from ? until - from : until - now;
        var seen = _seen.GetOrAdd((id, from, until), (time.GetTimestamp(), left));
        return time.GetElapsedTime(seen.SeenAt) >= seen.Left;
    }

    // A lifetime that is past its date needs no timestamp: the date alone ends it.
    private void Sweep(DateTimeOffset now)
    {
        foreach (var key in _seen.Keys.Where(key => key.Until <= now))
        {
            _seen.TryRemove(key, out _);
        }
    }
}
