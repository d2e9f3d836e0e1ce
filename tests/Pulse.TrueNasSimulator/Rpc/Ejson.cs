using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>Writes values as the middleware does: dates, times and sets are boxed (facts.md#2).</summary>
internal static class Ejson
{
    public static void Write(Utf8JsonWriter writer, bool isBoxed, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset moment:
                Box(writer, isBoxed, "$date", moment.ToUnixTimeMilliseconds(), moment.ToString("O"));
                break;
            case TimeOnly time:
                Box(writer, isBoxed, "$time", time.ToString("HH:mm:ss"), time.ToString("HH:mm:ss"));
                break;
            case IReadOnlySet<string> set:
                var sorted = set.Order(StringComparer.Ordinal).ToArray<object?>();
                Box(writer, isBoxed, "$set", sorted, sorted);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteObject(writer, isBoxed, members);
                break;
            case System.Collections.IEnumerable items:
                WriteArray(writer, isBoxed, items);
                break;
            case Action<Utf8JsonWriter, bool> write:
                write(writer, isBoxed);
                break;
            default:
                throw new NotSupportedException($"No JSON for {value.GetType()}.");
        }
    }

    private static void Box(Utf8JsonWriter writer, bool isBoxed, string name, object boxed, object plain)
    {
        if (!isBoxed)
        {
            Write(writer, isBoxed, plain);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(name);
        Write(writer, isBoxed, boxed);
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, bool isBoxed, IReadOnlyDictionary<string, object?> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, isBoxed, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, bool isBoxed, System.Collections.IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, isBoxed, item);
        }

        writer.WriteEndArray();
    }
}
