using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>How the value of a field is kept and shown.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ConnectionFieldKind>))]
public enum ConnectionFieldKind
{
    /// <summary>Shown as it is; surrounding white space is removed.</summary>
    Text,

    /// <summary>Encrypted at rest, shown as a mask, kept byte for byte.</summary>
    Secret,

    /// <summary>One of <see cref="ConnectionField.Choices"/>.</summary>
    Choice,

    /// <summary>On or off: a truth value in JSON.</summary>
    Switch,
}
