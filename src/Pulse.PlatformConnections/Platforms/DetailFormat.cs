using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The format of a detail's value.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DetailFormat>))]
public enum DetailFormat
{
    /// <summary>A text, or a number without a unit, unchanged.</summary>
    Text,

    /// <summary>A number of bytes, shown in a readable unit.</summary>
    Bytes,

    /// <summary>A truth value, shown as yes or no.</summary>
    YesNo,
}
