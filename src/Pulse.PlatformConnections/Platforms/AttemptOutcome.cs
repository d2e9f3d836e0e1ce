using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The outcome of one attempt. Its meaning for a connection is the connection's state.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AttemptOutcome>))]
public enum AttemptOutcome
{
    /// <summary>Everything was read.</summary>
    Healthy,

    /// <summary>The system was read, but not completely.</summary>
    Degraded,

    /// <summary>The system could not be read.</summary>
    Failing,
}
