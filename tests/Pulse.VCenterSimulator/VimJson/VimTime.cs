namespace Pulse.Simulation;

internal static class VimTime
{
    /// <summary>ISO 8601 in UTC with six fraction digits (facts.md#2.27).</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ");
}
