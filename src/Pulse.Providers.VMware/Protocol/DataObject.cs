using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>
/// A vSphere data object as a request carries it; the name of the record is its type. 8.0.3 decodes a nested object
/// without _typeName as a MoRef and refuses the whole request (facts 2).
/// </summary>
internal abstract record DataObject
{
    [JsonPropertyName("_typeName"), JsonPropertyOrder(-1)]
    public string TypeName => GetType().Name;
}

/// <summary>A managed object: its type and its id (moId) in one vCenter.</summary>
internal sealed record ManagedObjectReference(string Type, string Value) : DataObject;

/// <summary>A fault inside of data.</summary>
internal sealed record NestedFault
{
    [JsonPropertyName("_typeName")]
    public string? TypeName { get; init; }

    /// <summary>9.x wraps the fault into a LocalizedMethodFault, 8.0.x puts it there itself (facts 2).</summary>
    public NestedFault? Fault { get; init; }

    [JsonIgnore]
    public string? Name => Fault is null ? TypeName : Fault.TypeName;
}
