using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

/// <summary>Reduces JSON to what a parser depends on: member names, kinds of values and the names of types, properties and operations.</summary>
internal static class Shape
{
    private static readonly string[] TypesWithNames = ["DynamicProperty", "PropertyChange", "MissingProperty"];

    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(" | ", array.Select(Of).Distinct().Order(StringComparer.Ordinal))}]",
        JsonObject data => $"{{{string.Join(", ", data.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => Member(data, member)))}}}",
        _ => node.GetValueKind().ToString(),
    };

    private static string Member(JsonObject data, KeyValuePair<string, JsonNode?> member) =>
        $"{member.Key}: {(IsSaidWordForWord((string?)data["_typeName"], member.Key) ? member.Value!.ToString() : Of(member.Value))}";

    private static bool IsSaidWordForWord(string? type, string member) => member switch
    {
        "_typeName" or "op" or "kind" or "path" or "error_type" => true,
        "type" => type == "ManagedObjectReference",
        "name" => TypesWithNames.Contains(type),
        _ => false,
    };
}
