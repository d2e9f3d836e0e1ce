using System.Collections.Frozen;
using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Refuses request bodies that the VI JSON decoder of a real server refuses.</summary>
internal static class RequestShape
{
    private static readonly string[] MoRefMembers = ["_typeName", "type", "value"];

    /// <summary>The members of the data types used in requests; a type that is not here is not checked.</summary>
    private static readonly FrozenDictionary<string, string[]> Members = new Dictionary<string, string[]>
    {
        ["ManagedObjectReference"] = MoRefMembers,
        ["PropertyFilterSpec"] = ["propSet", "objectSet", "reportMissingObjectsInResults"],
        ["PropertySpec"] = ["type", "all", "pathSet"],
        ["ObjectSpec"] = ["obj", "skip", "selectSet"],
        ["SelectionSpec"] = ["name"],
        ["TraversalSpec"] = ["name", "type", "path", "skip", "selectSet"],
        ["RetrieveOptions"] = ["maxObjects"],
        ["WaitOptions"] = ["maxWaitSeconds", "maxObjectUpdates"],
    }.ToFrozenDictionary();

    /// <summary>Checks what is nested in the outermost object, which itself needs no type name.</summary>
    public static void Check(JsonElement body)
    {
        foreach (var nested in Nested(body))
        {
            if (nested.ValueKind is JsonValueKind.Object)
            {
                CheckObject(nested);
            }

            Check(nested);
        }
    }

    private static void CheckObject(JsonElement data)
    {
        // facts.md#2.23: 8.0.3 decodes a nested object without _typeName as a MoRef.
        var isNamed = data.TryGetProperty("_typeName", out var typeName);
        var type = isNamed ? typeName.GetString()! : "ManagedObjectReference";
        if (!Members.TryGetValue(type, out var members))
        {
            return;
        }

        foreach (var member in data.EnumerateObject().Where(member => member.Name != "_typeName" && !members.Contains(member.Name)))
        {
            throw (isNamed
                ? VimFault.InvalidArgument(member.Name, $"{type} has no member {member.Name}")
                : VimFault.InvalidMoRefField(member.Name)).Exception();
        }

        if (members == MoRefMembers && !data.TryGetProperty("value", out _))
        {
            throw VimFault.InvalidMoRefField("value").Exception();
        }
    }

    private static IEnumerable<JsonElement> Nested(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Object => data.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => data.EnumerateArray(),
        _ => [],
    };
}
