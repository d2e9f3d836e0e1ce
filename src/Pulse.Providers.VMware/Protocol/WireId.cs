using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>Reads an id, which is never cut: a cut id would be another id.</summary>
internal sealed class WireId : JsonConverter<string>
{
    /// <exception cref="PlatformFailureException">It is too long to be one.</exception>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } id ? SystemText.Id(id) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
