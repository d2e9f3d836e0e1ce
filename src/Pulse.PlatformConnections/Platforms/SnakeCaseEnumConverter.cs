using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>Writes the members of an enum in snake_case, as the whole API does.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
