using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>How a step ended.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<StepOutcome>))]
public enum StepOutcome
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>The connection works, but something should be looked at.</summary>
    Warning,

    /// <summary>The step failed.</summary>
    Failed,

    /// <summary>Not tried, because a step before it failed.</summary>
    Skipped,
}
