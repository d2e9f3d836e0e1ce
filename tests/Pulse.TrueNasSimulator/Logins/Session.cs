namespace Pulse.Simulation.TrueNas;

/// <summary>One login on one socket.</summary>
internal sealed class Session(string userName, DateTimeOffset now, AssuranceLevel level)
{
    private static readonly TimeSpan IdleAtLevel2 = TimeSpan.FromMinutes(30);

    private readonly DateTimeOffset _startedAt = now;
    private DateTimeOffset _usedAt = now;

    public string UserName { get; } = userName;

    /// <summary>Notes a use. False when the session has ended before (facts.md#4).</summary>
    public bool TryUse(DateTimeOffset now)
    {
        var (longest, idle) = level is AssuranceLevel.Level1 ? (TimeSpan.FromDays(30), TimeSpan.MaxValue) : (TimeSpan.FromHours(12), IdleAtLevel2);
        if (now - _startedAt >= longest || now - _usedAt >= idle)
        {
            return false;
        }

        _usedAt = now;
        return true;
    }
}
