using System.Text.Json;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>Checks a body along the types of the contract, and reports the differences.</summary>
internal sealed class BodyCheck(TypeGraph types, PropertyPaths paths)
{
    private const string BoxMember = "_value";
    private const string FaultText = "faultstring";

    private readonly CollectorRules _collector = new(paths, types);

    public void CheckValue(Findings findings, JsonElement value, Slot slot)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            findings.Add($"This is null; {slot} is expected. What is not set is left out.");
        }
        else if (slot.IsArray)
        {
            CheckList(findings, value, slot);
        }
        else if (slot.Type is { } type)
        {
            CheckNamed(findings, value, type);
        }
        else if (slot.IsAny)
        {
            CheckAny(findings, value);
        }
        else if (!Primitives.Fits(slot.Name, value))
        {
            findings.Add($"This is not of type {slot.Name}.");
        }
    }

    /// <summary>Checks the members of an object whose type is already known.</summary>
    public void CheckMembers(Findings findings, JsonElement value, ContractType type)
    {
        var found = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals(TypeGraph.Discriminator))
            {
                continue;
            }

            var name = property.Name;
            if (!type.Members.TryGetValue(name, out var member))
            {
                if (!type.IsOpen && !(type.IsFault && name == FaultText))
                {
                    findings.Add($"{type.Name} has no member '{name}'.", name);
                }

                continue;
            }

            if (member.IsRequired)
            {
                found++;
            }

            findings.RefuseNewer(member.Since, $"The member '{name}'", name);
            if (type.Kind is TypeKind.Struct && !member.IsRequired && property.Value.ValueKind is JsonValueKind.Null)
            {
                // Only the Automation API writes an optional member as null.
                continue;
            }

            findings.Enter(name);
            CheckValue(findings, property.Value, member.Slot);
            findings.Leave();
        }

        if (found < type.Required.Length)
        {
            ReportMissing(findings, value, type);
        }
    }

    private static void ReportMissing(Findings findings, JsonElement value, ContractType type)
    {
        foreach (var member in type.Required.Where(member => !value.TryGetProperty(member.Name, out _)))
        {
            if (member.Since is null || findings.Release is null || member.Since <= findings.Release)
            {
                findings.Add($"The required member '{member.Name}' of {type.Name} is missing.", member.Name);
            }
        }
    }

    private void CheckList(Findings findings, JsonElement value, Slot slot)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            findings.Add($"This is not a list; {slot} is expected.");
            return;
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            findings.Enter(index++);
            CheckValue(findings, element, slot.Element);
            findings.Leave();
        }
    }

    private void CheckNamed(Findings findings, JsonElement value, ContractType type)
    {
        switch (type.Kind)
        {
            case TypeKind.Enum:
                CheckEnumValue(findings, value, type);
                break;
            case TypeKind.Struct or TypeKind.Request:
                if (IsObject(findings, value))
                {
                    CheckMembers(findings, value, type);
                }

                break;
            default:
                CheckTyped(findings, value, type);
                break;
        }
    }

    private static void CheckEnumValue(Findings findings, JsonElement value, ContractType type)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            findings.Add($"This is not a value of {type.Name}: a value of an enum is a string.");
        }
        else if (type.Values.TryGetValue(value.GetString()!, out var since))
        {
            findings.RefuseNewer(since, $"The value '{value.GetString()}' of {type.Name}");
        }
        else
        {
            findings.Add($"{type.Name} has no value '{value.GetString()}'.");
        }
    }

    /// <summary>A data object or a reference in a place with a declared type.</summary>
    private void CheckTyped(Findings findings, JsonElement value, ContractType expected)
    {
        if (!IsObject(findings, value) || TypeNameOf(findings, value) is not { } name)
        {
            return;
        }

        // The contract does not list every type that may replace a type whose members it omits.
        if (types.Find(name) is not { Kind: TypeKind.Object or TypeKind.Opaque } actual)
        {
            if (!expected.IsOpen)
            {
                findings.Add($"'{name}' is not the name of a data object.", TypeGraph.Discriminator);
            }

            return;
        }

        if (!actual.Is(expected.Name))
        {
            findings.Add($"{name} cannot stand here: {expected.Name} is expected.", TypeGraph.Discriminator);
            return;
        }

        CheckData(findings, value, actual);
    }

    /// <summary>A value of any type: data objects and references unchanged, all other values in a box.</summary>
    private void CheckAny(Findings findings, JsonElement value)
    {
        // The Automation API has no discriminator, so a value of any type may have any form there.
        if (!findings.IsVim)
        {
            return;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            findings.Add("A value that is no object has to be in a box, with _typeName and _value.");
            return;
        }

        if (TypeNameOf(findings, value) is not { } name)
        {
            return;
        }

        if (types.BoxOf(name) is { } content)
        {
            CheckBox(findings, value, name, content);
        }
        else if (types.Find(name) is { Kind: TypeKind.Object or TypeKind.Opaque } type)
        {
            CheckData(findings, value, type);
        }
        else
        {
            findings.Add($"'{name}' is neither the name of a data object nor that of a box.", TypeGraph.Discriminator);
        }
    }

    private void CheckData(Findings findings, JsonElement value, ContractType type)
    {
        findings.RefuseNewer(type.Since, $"The type {type.Name}", TypeGraph.Discriminator);
        if (type.IsAbstract)
        {
            findings.Add($"{type.Name} is only a base of other types.", TypeGraph.Discriminator);
        }

        if (type.Kind is TypeKind.Opaque)
        {
            return;
        }

        CheckMembers(findings, value, type);
        _collector.Check(findings, value, type);
    }

    private void CheckBox(Findings findings, JsonElement value, string name, Slot content)
    {
        var isFull = false;
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals(BoxMember))
            {
                isFull = true;
                findings.Enter(BoxMember);
                CheckValue(findings, property.Value, content);
                findings.Leave();
            }
            else if (!property.NameEquals(TypeGraph.Discriminator))
            {
                findings.Add($"A box of {name} has no member '{property.Name}'.", property.Name);
            }
        }

        if (!isFull)
        {
            findings.Add($"The box of {name} has no _value.", BoxMember);
        }
    }

    private static bool IsObject(Findings findings, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object)
        {
            return true;
        }

        findings.Add("This is not an object.");
        return false;
    }

    private static string? TypeNameOf(Findings findings, JsonElement value)
    {
        if (value.TryGetProperty(TypeGraph.Discriminator, out var name) && name.ValueKind is JsonValueKind.String)
        {
            return name.GetString();
        }

        findings.Add("The object has no _typeName.", TypeGraph.Discriminator);
        return null;
    }
}
