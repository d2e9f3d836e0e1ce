using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>A password or key. Prints and serializes as a mask; only <see cref="Reveal"/> returns the value.</summary>
[JsonConverter(typeof(MaskConverter))]
public sealed class Secret(string value)
{
    /// <summary>The replacement for a stored secret, in answers and in requests that keep it.</summary>
    public const string Mask = "********";

    /// <summary>No secret.</summary>
    public static readonly Secret Empty = new("");

    /// <summary>The secret itself, for the moment in which it is sent or encrypted.</summary>
    public string Reveal() => value;

    /// <summary>Always the mask.</summary>
    public override string ToString() => Mask;

    private sealed class MaskConverter : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is never read from JSON by itself.");

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Mask);
    }
}
