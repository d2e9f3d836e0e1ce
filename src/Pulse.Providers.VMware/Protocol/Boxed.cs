using System.Text.Json;

namespace Pulse.Providers.VMware.Protocol;

internal static class Boxed
{
    public static JsonElement Open(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("_value", out var inner) ? inner : value;
}
