using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Whether a connection gets its data.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PollState>))]
public enum PollState
{
    /// <summary>Never polled.</summary>
    Pending,

    /// <summary>The last attempt read everything.</summary>
    Healthy,

    /// <summary>The last attempt worked, but something could not be read.</summary>
    Degraded,

    /// <summary>The last attempt failed.</summary>
    Failing,

    /// <summary>Stopped by Pulse on purpose, with a reason.</summary>
    Suspended,

    /// <summary>Stopped by an administrator.</summary>
    Paused,
}
