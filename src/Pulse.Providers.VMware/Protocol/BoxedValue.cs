using System.Text.Json;

namespace Pulse.Providers.VMware.Protocol;

internal static class BoxedValue
{
    public static JsonElement Unwrap(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("_value", out var inner) ? inner : value;
}
