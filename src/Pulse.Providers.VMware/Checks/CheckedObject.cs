using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>The data of one object.</summary>
internal sealed record CheckedObject(ManagedObjectReference Obj)
{
    public IReadOnlyList<CheckedProperty>? PropSet { get; init; }

    public IReadOnlyList<MissingProperty>? MissingSet { get; init; }

    public string Name => Value("name") is { ValueKind: JsonValueKind.String } name ? SystemText.Text(ObjectName.Decode(name.GetString()!)) : Obj.Value;

    /// <summary>A value without the box that an anyType slot may have (facts.md#2.26); undefined if it is unset.</summary>
    public JsonElement Value(string property) => BoxedValue.Unwrap(PropSet?.FirstOrDefault(candidate => candidate.Name == property)?.Val ?? default);

    /// <summary>Kind and name of the object, for a sentence of a step.</summary>
    public string Describe(StepNotes notes) => $"{SampledKinds.All.GetValueOrDefault(Obj.Type, Obj.Type)} '{notes.Name(Name)}'";

    internal sealed record CheckedProperty(string Name)
    {
        public JsonElement Val { get; init; }
    }

    /// <summary>A requested property that could not be read. Its fault is not needed here.</summary>
    internal sealed record MissingProperty(string Path);
}
