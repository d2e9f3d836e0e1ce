using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Reads the members of a request. A missing member or one of the wrong kind is an InvalidArgument.</summary>
internal static class VimArguments
{
    public static JsonElement? Optional(this JsonElement data, string name) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static JsonElement Required(this JsonElement data, string name) =>
        data.Optional(name) ?? throw VimFault.InvalidArgument(name).Exception();

    public static string String(this JsonElement data, string name) =>
        data.Required(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw VimFault.InvalidArgument(name).Exception();

    public static int? OptionalInt(this JsonElement data, string name)
    {
        if (data.Optional(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw VimFault.InvalidArgument(name).Exception();
    }

    public static bool Boolean(this JsonElement data, string name) => data.Optional(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Array(this JsonElement data, string name)
    {
        if (data.Optional(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : throw VimFault.InvalidArgument(name).Exception();
    }

    public static string[] Strings(this JsonElement data, string name) =>
        [.. data.Array(name).Select(value => value.ValueKind is JsonValueKind.String ? value.GetString()! : throw VimFault.InvalidArgument(name).Exception())];

    public static ManagedObjectReference Reference(this JsonElement data, string name) => data.Required(name).AsReference(name);

    public static ManagedObjectReference[] References(this JsonElement data, string name) =>
        [.. data.Array(name).Select(value => value.AsReference(name))];

    private static ManagedObjectReference AsReference(this JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object
            ? new(value.String("type"), value.String("value"))
            : throw VimFault.InvalidArgument(name).Exception();
}
