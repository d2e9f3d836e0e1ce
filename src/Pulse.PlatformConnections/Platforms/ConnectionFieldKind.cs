using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The kind of a field decides how its value is stored and shown.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ConnectionFieldKind>))]
public enum ConnectionFieldKind
{
    /// <summary>Shown unchanged; surrounding white space is removed.</summary>
    Text,

    /// <summary>Encrypted in the store, shown as a mask, kept byte for byte.</summary>
    Secret,

    /// <summary>One of <see cref="ConnectionField.Choices"/>.</summary>
    Choice,

    /// <summary>On or off: a truth value in JSON.</summary>
    Switch,
}
