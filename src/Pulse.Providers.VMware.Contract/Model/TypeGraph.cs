using System.Collections.Frozen;
using Pulse.Providers.VMware.Contract.Document;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>All named types, each with its bases and members, and the boxes.</summary>
internal sealed class TypeGraph
{
    /// <summary>The member that names the type of an object.</summary>
    public const string Discriminator = "_typeName";

    private const string ArrayBoxPrefix = "ArrayOf";

    private readonly Dictionary<string, ContractType> _types = [];
    private readonly ContractDocument _document;

    public TypeGraph(ContractDocument document)
    {
        _document = document;
        foreach (var name in document.Types.Keys.Concat(document.OpaqueTypes.Keys))
        {
            Add(name);
        }

        foreach (var type in _types.Values.Where(type => type.Kind is not TypeKind.Opaque))
        {
            Complete(type);
        }
    }

    public ContractType? Find(string name) => _types.GetValueOrDefault(name);

    public Slot SlotOf(string name, bool isArray = false) => new(name, Find(name), isArray);

    /// <summary>The type of <c>_value</c> in a box; null if the name is not that of a box.</summary>
    public Slot? BoxOf(string name)
    {
        if (_document.Rules.PrimitiveBoxes.TryGetValue(name, out var primitive))
        {
            return SlotOf(primitive);
        }

        if (_document.Rules.ArrayBoxes.TryGetValue(name, out var element))
        {
            return SlotOf(element, isArray: true);
        }

        return Find(name) switch
        {
            { Kind: TypeKind.Enum } => SlotOf(name),
            null when name.StartsWith(ArrayBoxPrefix, StringComparison.Ordinal) && Find(name[ArrayBoxPrefix.Length..]) is not null =>
                SlotOf(name[ArrayBoxPrefix.Length..], isArray: true),
            _ => null,
        };
    }

    private ContractType Add(string name)
    {
        if (_types.TryGetValue(name, out var known))
        {
            return known;
        }

        var entry = _document.Types.GetValueOrDefault(name);
        var baseName = entry is null ? _document.OpaqueTypes[name] : entry.Base;
        var baseType = baseName is null ? null : Add(baseName);
        var type = new ContractType(name, KindOf(entry), baseType)
        {
            IsAbstract = entry?.Abstract == true,
            Since = VersionOf(entry?.Since),
            Values = (entry?.Values ?? []).ToFrozenDictionary(value => value, value => VersionOf(entry!.ValueSince?.GetValueOrDefault(value))),
        };
        baseType?.Derived.Add(type);
        _types.Add(name, type);
        return type;
    }

    private void Complete(ContractType type)
    {
        Dictionary<string, ContractMember> members = [];
        for (var declaring = type; declaring is not null; declaring = declaring.Base)
        {
            foreach (var entry in _document.Types.GetValueOrDefault(declaring.Name)?.Members ?? [])
            {
                var member = new ContractMember(entry.Name, SlotOf(entry.Type, entry.Array != 0), entry.Required != 0, VersionOf(entry.Since));
                members.TryAdd(entry.Name, member);
                Array.ForEach(entry.Alias ?? [], alias => members.TryAdd(alias, member));
            }
        }

        members.Remove(Discriminator);
        type.Members = members.ToFrozenDictionary();
        type.Required = [.. members.Values.Where(member => member.IsRequired).Distinct()];
    }

    private static TypeKind KindOf(TypeEntry? entry) => entry is null ? TypeKind.Opaque : Enum.Parse<TypeKind>(entry.Kind, ignoreCase: true);

    public static Version? VersionOf(string? release) => release is null ? null : Version.Parse(release);
}
