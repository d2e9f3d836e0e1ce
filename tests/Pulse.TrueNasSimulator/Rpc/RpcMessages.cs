using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>Writes the messages to a client.</summary>
internal static class RpcMessages
{
    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Result(string id, bool isBoxed, object? result) => Write(writer =>
    {
        writer.WritePropertyName("result");
        Ejson.Write(writer, isBoxed, result);
        WriteId(writer, id);
    });

    public static byte[] Error(string id, RpcError error, bool withTrace) => Write(writer =>
    {
        writer.WritePropertyName("error");
        error.Write(writer, withTrace);
        WriteId(writer, id);
    });

    public static byte[] Notification(CollectionChange change, bool isBoxed) => Write(writer =>
    {
        writer.WriteString("method", "collection_update");
        writer.WritePropertyName("params");
        Dictionary<string, object?> update = new() { ["msg"] = change.Message, ["collection"] = change.Collection, ["id"] = change.Id };
        if (change.Fields is not null)
        {
            update["fields"] = change.Fields;
        }

        Ejson.Write(writer, isBoxed, update);
    });

    private static void WriteId(Utf8JsonWriter writer, string id)
    {
        writer.WritePropertyName("id");
        writer.WriteRawValue(id);
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
