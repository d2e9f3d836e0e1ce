using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.Host;

/// <summary>The JSON of the API: times in UTC with milliseconds and <c>Z</c>.</summary>
internal static class JsonFormat
{
    public static void AddJsonFormat(this WebApplicationBuilder builder) => builder.Services.ConfigureHttpJsonOptions(options =>
    {
        options.SerializerOptions.Converters.Add(new UtcTimes());

        // A number in quotes is an error, and a document that allows it makes every number of a generated client "number or string".
        options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    });

    private sealed class UtcTimes : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }
}
