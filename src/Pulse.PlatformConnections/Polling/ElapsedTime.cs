namespace Pulse.PlatformConnections.Polling;

/// <summary>Moments by elapsed time: timestamps of a <see cref="TimeProvider"/>, which no change of the wall clock moves.</summary>
internal static class ElapsedTime
{
    /// <summary>The timestamp after a wait that begins now.</summary>
    public static long In(this TimeProvider clock, TimeSpan wait) =>
        clock.GetTimestamp() + (long)((Int128)wait.Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>How long until a timestamp; zero when it has passed.</summary>
    public static TimeSpan Until(this TimeProvider clock, long timestamp)
    {
        var left = clock.GetElapsedTime(clock.GetTimestamp(), timestamp);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
