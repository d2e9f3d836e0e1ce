using System.Collections.Concurrent;

namespace Pulse.Access.Credentials;

/// <summary>
/// Whether a session or a token has ended: at its date, or when its lifetime has passed, whichever comes first. The date alone
/// would let a clock that is set back prolong it by as much.
/// </summary>
internal sealed class Lifetimes(TimeProvider time)
{
    private const int SweepFrom = 1000;

    // By identity and dates: a session that is renewed gets another end.
    private readonly ConcurrentDictionary<(Guid Id, DateTimeOffset From, DateTimeOffset Until), (long SeenAt, TimeSpan Left)> _seen = new();

    /// <param name="id">Of the session or the token.</param>
    /// <param name="from">When its lifetime began. A time in the future counts as now.</param>
    /// <param name="until">The date of its end.</param>
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

    // What is past its date is ended by that alone.
    private void Sweep(DateTimeOffset now)
    {
        foreach (var key in _seen.Keys.Where(key => key.Until <= now))
        {
            _seen.TryRemove(key, out _);
        }
    }
}
