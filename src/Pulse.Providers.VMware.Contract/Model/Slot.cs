namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>The type of one place in a body: a primitive, any value, or a named type.</summary>
/// <param name="Name">The name of the primitive or of the type.</param>
/// <param name="Type">The named type; null for a primitive.</param>
/// <param name="IsArray">Whether the value is a list.</param>
internal readonly record struct Slot(string Name, ContractType? Type, bool IsArray)
{
    public const string Any = "any";

    public bool IsAny => Type is null && Name == Any;

    public Slot Element => this with { IsArray = false };

    public override string ToString() => IsArray ? $"a list of {Name}" : Name;
}
