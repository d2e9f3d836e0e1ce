using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The outcome of a step.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<StepOutcome>))]
public enum StepOutcome
{
    /// <summary>The step found no problem.</summary>
    Passed,

    /// <summary>The connection works, but an administrator should look at something.</summary>
    Warning,

    /// <summary>The step failed.</summary>
    Failed,

    /// <summary>Skipped, because an earlier step failed.</summary>
    Skipped,
}
