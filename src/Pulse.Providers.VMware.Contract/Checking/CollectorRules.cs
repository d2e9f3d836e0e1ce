using System.Text.Json;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>
/// The rules of a property collector that the types alone do not express: the properties of a managed object type, and the type
/// of the value at a path.
/// </summary>
internal sealed class CollectorRules(PropertyPaths paths, TypeGraph types)
{
    public void Check(Findings findings, JsonElement value, ContractType type)
    {
        switch (type.Name)
        {
            case "PropertySpec":
                CheckSpec(findings, value);
                break;
            case "ObjectContent":
                CheckValues(findings, value, "propSet");
                break;
            case "ObjectUpdate":
                CheckValues(findings, value, "changeSet");
                break;
        }
    }

    private void CheckSpec(Findings findings, JsonElement spec)
    {
        if (TextOf(spec, "type") is not { } type || !spec.TryGetProperty("pathSet", out var pathSet) || pathSet.ValueKind is not JsonValueKind.Array)
        {
            return;
        }

        findings.Enter("pathSet");
        var index = 0;
        foreach (var path in pathSet.EnumerateArray())
        {
            findings.Enter(index++);
            if (path.ValueKind is JsonValueKind.String)
            {
                Find(findings, type, path.GetString()!, member: null);
            }

            findings.Leave();
        }

        findings.Leave();
    }

    private void CheckValues(Findings findings, JsonElement content, string listName)
    {
        if (!content.TryGetProperty("obj", out var reference) || TextOf(reference, "type") is not { } type
            || !content.TryGetProperty(listName, out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            return;
        }

        findings.Enter(listName);
        var index = 0;
        foreach (var property in list.EnumerateArray())
        {
            findings.Enter(index++);
            CheckValue(findings, type, property);
            findings.Leave();
        }

        findings.Leave();
    }

    private void CheckValue(Findings findings, string managedType, JsonElement property)
    {
        if (TextOf(property, "name") is not { } path || Find(findings, managedType, path, "name") is not { } expected
            || !property.TryGetProperty("val", out var value) || TextOf(value, TypeGraph.Discriminator) is not { } actual
            || expected.IsAny)
        {
            return;
        }

        if (!Fits(expected, actual))
        {
            findings.Add($"{actual} cannot stand at {path} of a {managedType}: {expected} is expected.", "val");
        }
    }

    private bool Fits(Slot expected, string actual)
    {
        var box = types.BoxOf(actual);
        if (expected.IsArray || expected.Type is null or { Kind: TypeKind.Enum })
        {
            return box is { } content && content.IsArray == expected.IsArray
                && (content.Name == expected.Name || (expected.Type is { } element && content.Type?.Is(element.Name) == true));
        }

        return types.Find(actual) is { } type ? type.Is(expected.Type.Name) : expected.Type.IsOpen;
    }

    private Slot? Find(Findings findings, string managedType, string path, string? member)
    {
        var property = paths.Find(managedType, path);
        if (property is { IsKnown: true, Slot: null })
        {
            findings.Add($"{managedType} has no property '{path}'.", member);
        }

        findings.RefuseNewer(property.Since, $"The property '{path}'", member);
        return property.Slot;
    }

    private static string? TextOf(JsonElement value, string member) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(member, out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
}
