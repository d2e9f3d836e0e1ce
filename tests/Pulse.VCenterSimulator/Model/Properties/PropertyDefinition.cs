using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>One property path of a managed object type: whether it is set, and how its value is written.</summary>
internal sealed class PropertyDefinition
{
    public required string Path { get; init; }

    /// <summary>The type name in an <c>anyType</c> slot.</summary>
    public required string Type { get; init; }

    /// <summary>Data objects and references carry their type themselves; anything else is boxed in an <c>anyType</c> slot (facts.md#2.26).</summary>
    public bool IsObject { get; init; }

    /// <summary>Whether System.View is enough (facts.md#5.1); everything else needs System.Read.</summary>
    public bool NeedsOnlyView { get; init; }

    public required Func<ManagedEntity, bool> IsSet { get; init; }

    /// <summary>Writes the bare value, as in a statically typed slot.</summary>
    public required Action<Utf8JsonWriter, ManagedEntity> Write { get; init; }

    public bool IsTopLevel => !Path.Contains('.');

    public string Privilege => NeedsOnlyView ? "System.View" : "System.Read";

    public bool MayBeRead(ManagedEntity entity) =>
        entity.Access is ObjectAccess.Full || (NeedsOnlyView && entity.Access is ObjectAccess.NameOnly);

    /// <summary>Whether a change at the path alters the value of this one.</summary>
    public bool IsAffectedBy(string path) => path.Length == 0 || IsOrIsBelow(path, Path) || IsOrIsBelow(Path, path);

    public void WriteBoxed(Utf8JsonWriter writer, ManagedEntity entity)
    {
        if (IsObject)
        {
            Write(writer, entity);
            return;
        }

        writer.WriteStartObject();
        writer.WriteTypeName(Type);
        writer.WritePropertyName("_value"u8);
        Write(writer, entity);
        writer.WriteEndObject();
    }

    private static bool IsOrIsBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] == '.');
}
