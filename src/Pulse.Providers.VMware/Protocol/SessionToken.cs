using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>The token of a session. It is never shown and never cut, and prints nothing.</summary>
[JsonConverter(typeof(Reader))]
internal sealed record SessionToken(string Value)
{
    public override string ToString() => nameof(SessionToken);

    internal sealed class Reader : JsonConverter<SessionToken>
    {
        public override SessionToken? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } token ? new(token) : null;

        public override void Write(Utf8JsonWriter writer, SessionToken value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A token is sent in a header.");
    }
}
