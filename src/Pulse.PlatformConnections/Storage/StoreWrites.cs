using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Knows whether polls can be recorded now: a full disk shows only when Pulse writes.</summary>
internal sealed class StoreWrites(TimeProvider clock)
{
    // A poll that was not recorded is repeated after a minute, so a lasting failure occurs again before this time is over.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private long? _failedAt;

    /// <summary>Whether the last poll could not be recorded, within the last two minutes.</summary>
    public bool AreFailing
    {
        get
        {
            lock (_lock)
            {
                return _failedAt is { } failedAt && clock.GetElapsedTime(failedAt) <= Memory;
            }
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _failedAt = null;
        }
    }

    public void Failed(Exception error)
    {
        if (error is DbException or DbUpdateException)
        {
            lock (_lock)
            {
                _failedAt = clock.GetTimestamp();
            }
        }
    }
}
