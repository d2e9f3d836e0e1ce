using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>How the value of a detail is shown.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DetailFormat>))]
public enum DetailFormat
{
    /// <summary>A text, or a number without a unit, as it is.</summary>
    Text,

    /// <summary>A number of bytes, in the unit that reads best.</summary>
    Bytes,

    /// <summary>A truth value, as yes or no.</summary>
    YesNo,
}
