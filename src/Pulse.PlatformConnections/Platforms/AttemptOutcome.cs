using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>How one attempt ended. What it means for a connection is the connection's state.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AttemptOutcome>))]
public enum AttemptOutcome
{
    /// <summary>All was read.</summary>
    Healthy,

    /// <summary>The system was read, but not all of it.</summary>
    Degraded,

    /// <summary>The system could not be read.</summary>
    Failing,
}
