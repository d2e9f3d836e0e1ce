namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// The limits of one read of a system, so that no system can fill the memory of Pulse: <c>Pulse:Limits</c>. The defaults are well above
/// the largest documented systems: a vCenter of 2,500 hosts and 45,000 machines has about 60,000 objects and
/// needs about 25 MiB.
/// </summary>
public sealed class ReadLimits
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Pulse:Limits";

    /// <summary>Objects of one system, 100 to 10,000,000.</summary>
    public int Objects { get; set; } = 250_000;

    /// <summary>MiB of all answers of one read together, 1 to 4096.</summary>
    public int Megabytes { get; set; } = 256;

    /// <summary>Issues of one read, 1 to 10,000.</summary>
    public int Issues { get; set; } = 100;

    /// <summary>
    /// Ids of an unusual form that Pulse remembers between two reads, including those of deleted objects, 100 to 10,000,000.
    /// </summary>
    public int Ids { get; set; } = 300_000;

    internal long Bytes => Megabytes * 1024L * 1024L;

    /// <summary>The failure of a read that exceeds a limit: names the limit and the setting.</summary>
    /// <param name="setting">The name of the property.</param>
    /// <param name="value">Its value.</param>
    /// <param name="what">The counted things.</param>
    public static PlatformFailureException Exceeded(string setting, long value, string what) =>
        new(FailureCategory.Protocol, $"{Section}:{setting} = {value}")
        {
            Sentence = $"The system sends more than {value} {what}, which is the limit of Pulse.",
            Remedy = $"Check which system answers. If it really is that large, raise {Section}:{setting}.",
        };
}
