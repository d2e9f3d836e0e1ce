using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>
/// The value of an <c>anyType</c> slot as far as the inventory needs it: a text (also of an enum) or a flag. It may come
/// boxed, with the discriminator at either end, or bare (facts 2). Anything else is read over.
/// </summary>
[JsonConverter(typeof(PropertyValueConverter))]
internal readonly record struct PropertyValue(string? Text, bool? Flag);

// The serializer hands over whole values, but of a document that is still arriving, on which Skip throws and TrySkip does not.
internal sealed class PropertyValueConverter : JsonConverter<PropertyValue>
{
    public override PropertyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(reader.GetString(), null);
            case JsonTokenType.True or JsonTokenType.False:
                return new(null, reader.GetBoolean());
            case JsonTokenType.StartObject:
                return Unbox(ref reader, typeToConvert, options);
            default:
                reader.TrySkip();
                return default;
        }
    }

    public override void Write(Utf8JsonWriter writer, PropertyValue value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values are only read.");

    private PropertyValue Unbox(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        PropertyValue value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("_value"u8);
            reader.Read();
            if (isValue)
            {
                value = Read(ref reader, typeToConvert, options);
            }
            else
            {
                reader.TrySkip();
            }
        }

        return value;
    }
}
