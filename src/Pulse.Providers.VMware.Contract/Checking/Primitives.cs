using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>The JSON forms of the primitives.</summary>
internal static class Primitives
{
    public static bool Fits(string primitive, JsonElement value) => primitive switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "byte" => value.ValueKind is JsonValueKind.Number && value.TryGetSByte(out _),
        "short" => value.ValueKind is JsonValueKind.Number && value.TryGetInt16(out _),
        "int" => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _),
        "long" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "float" or "double" => value.ValueKind is JsonValueKind.Number,
        "dateTime" => value.ValueKind is JsonValueKind.String && IsDateTime(value),
        "binary" => value.ValueKind is JsonValueKind.String && value.TryGetBytesFromBase64(out _),
        _ => value.ValueKind is JsonValueKind.String,
    };

    // A time without an offset is ambiguous.
    private static bool IsDateTime(JsonElement value)
    {
        if (!value.TryGetDateTimeOffset(out _))
        {
            return false;
        }

        var text = value.GetString()!;
        return text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
    }
}
