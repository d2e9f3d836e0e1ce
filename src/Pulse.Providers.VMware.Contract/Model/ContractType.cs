using System.Collections.Frozen;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>A named type with all inherited members.</summary>
internal sealed class ContractType(string name, TypeKind kind, ContractType? baseType)
{
    public string Name { get; } = name;

    public TypeKind Kind { get; } = kind;

    public ContractType? Base { get; } = baseType;

    public bool IsAbstract { get; init; }

    public Version? Since { get; init; }

    /// <summary>The members of the type and of its bases, by each of their names.</summary>
    public FrozenDictionary<string, ContractMember> Members { get; set; } = FrozenDictionary<string, ContractMember>.Empty;

    /// <summary>The required members.</summary>
    public ContractMember[] Required { get; set; } = [];

    /// <summary>The values of an enum, each with the release that added it.</summary>
    public FrozenDictionary<string, Version?> Values { get; init; } = FrozenDictionary<string, Version?>.Empty;

    public List<ContractType> Derived { get; } = [];

    /// <summary>Whether the type has members that the contract omits.</summary>
    public bool IsOpen => Kind is TypeKind.Opaque || Base?.IsOpen == true;

    public bool IsFault => Is("MethodFault");

    public bool Is(string name) => Name == name || Base?.Is(name) == true;
}
