using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>
/// A vSphere data object in a request; the name of the record is its type. 8.0.3 decodes a nested object
/// without _typeName as a MoRef and refuses the whole request (facts.md#2.23).
/// </summary>
internal abstract record DataObject
{
    [JsonPropertyName("_typeName"), JsonPropertyOrder(-1)]
    public string TypeName => GetType().Name;
}
