namespace Pulse.PlatformConnections.Polling;

/// <summary>Moments by elapsed time: timestamps of a <see cref="TimeProvider"/>, which no change of the wall clock moves.</summary>
internal static class ElapsedTime
{
    /// <summary>The timestamp after a wait that begins now.</summary>
    public static long In(this TimeProvider clock, TimeSpan wait) =>
        clock.GetTimestamp() + (long)((Int128)wait.Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>
    /// The wait in whole milliseconds, rounded up. Timers count no smaller part, so a wait of another length would end after the
    /// time that is shown for it.
    /// </summary>
    public static TimeSpan InWholeMilliseconds(this TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    /// <summary>How long until a timestamp; zero when it has passed.</summary>
    public static TimeSpan Until(this TimeProvider clock, long timestamp)
    {
        var left = clock.GetElapsedTime(clock.GetTimestamp(), timestamp);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
