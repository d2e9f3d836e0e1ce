using System.Text.Json;

namespace Pulse.Simulation;

internal static class VimJsonWriting
{
    public static void WriteTypeName(this Utf8JsonWriter writer, string type) => writer.WriteString("_typeName"u8, type);

    public static void WriteReference(this Utf8JsonWriter writer, ManagedObjectReference reference)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("ManagedObjectReference");
        writer.WriteString("type"u8, reference.Type);
        writer.WriteString("value"u8, reference.Value);
        writer.WriteEndObject();
    }

    public static void WriteReference(this Utf8JsonWriter writer, string name, ManagedObjectReference reference)
    {
        writer.WritePropertyName(name);
        writer.WriteReference(reference);
    }

    public static void WriteArray<TValue>(this Utf8JsonWriter writer, IEnumerable<TValue> values, Action<Utf8JsonWriter, TValue> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WritePropertyName(name);
        writer.WriteArray(values, static (w, value) => w.WriteStringValue(value));
    }
}
