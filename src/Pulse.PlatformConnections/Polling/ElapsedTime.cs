namespace Pulse.PlatformConnections.Polling;

/// <summary>Moments in elapsed time: timestamps of a <see cref="TimeProvider"/>, which no change of the wall clock affects.</summary>
internal static class ElapsedTime
{
    /// <summary>The timestamp after a wait that begins now.</summary>
    public static long In(this TimeProvider clock, TimeSpan wait) =>
        clock.GetTimestamp() + (long)((Int128)wait.Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>
    /// The wait in whole milliseconds, rounded up. Timers have no finer resolution, so another wait would end later than the
    /// time that is shown for it.
    /// </summary>
    public static TimeSpan InWholeMilliseconds(this TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    /// <summary>The time until a timestamp; zero if it has passed.</summary>
    public static TimeSpan Until(this TimeProvider clock, long timestamp)
    {
        var left = clock.GetElapsedTime(clock.GetTimestamp(), timestamp);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
