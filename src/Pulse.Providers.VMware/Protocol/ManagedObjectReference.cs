using System.Text.Json.Serialization;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>A managed object: its type and its id (moId) in one vCenter.</summary>
internal sealed record ManagedObjectReference(
    [property: JsonConverter(typeof(WireId))] string Type, [property: JsonConverter(typeof(WireId))] string Value) : DataObject;
