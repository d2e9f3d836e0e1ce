using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Writes the properties of an entity, and those that the user may not read.</summary>
internal static class PropertyJson
{
    /// <summary>Unset properties are absent (facts.md#3.3).</summary>
    public static void WritePropSet(Utf8JsonWriter writer, ManagedEntity entity, PropertyDefinition[] properties, Func<ManagedObjectReference, VimFault>? fault)
    {
        var isOpen = false;
        foreach (var property in properties)
        {
            if (fault is not null || !property.MayBeRead(entity) || !property.IsSet(entity))
            {
                continue;
            }

            Open(writer, ref isOpen, "propSet");
            writer.WriteStartObject();
            writer.WriteTypeName("DynamicProperty");
            writer.WriteString("name"u8, property.Path);
            writer.WritePropertyName("val"u8);
            property.WriteBoxed(writer, entity);
            writer.WriteEndObject();
        }

        Close(writer, isOpen);
    }

    /// <summary>Unset properties are assigned without a value (facts.md#3.8).</summary>
    public static void WriteChangeSet(Utf8JsonWriter writer, ManagedEntity entity, PropertyDefinition[] properties)
    {
        var isOpen = false;
        foreach (var property in properties)
        {
            if (!property.MayBeRead(entity))
            {
                continue;
            }

            Open(writer, ref isOpen, "changeSet");
            writer.WriteStartObject();
            writer.WriteTypeName("PropertyChange");
            writer.WriteString("name"u8, property.Path);
            writer.WriteString("op"u8, "assign"u8);
            if (property.IsSet(entity))
            {
                writer.WritePropertyName("val"u8);
                property.WriteBoxed(writer, entity);
            }

            writer.WriteEndObject();
        }

        Close(writer, isOpen);
    }

    public static void WriteMissingSet(
        Utf8JsonWriter writer,
        ManagedEntity entity,
        PropertyDefinition[] properties,
        VimCall call,
        Func<ManagedObjectReference, VimFault>? fault = null)
    {
        var isOpen = false;
        var isWrapped = call.VCenter.Faults.WrappedNestedFaults;
        foreach (var property in properties)
        {
            if (fault is null && property.MayBeRead(entity))
            {
                continue;
            }

            Open(writer, ref isOpen, "missingSet");
            if (isWrapped)
            {
                UndocumentedAnswer.Set(call.Http);
            }

            writer.WriteStartObject();
            writer.WriteTypeName("MissingProperty");
            writer.WriteString("path", property.Path);
            writer.WritePropertyName("fault");
            (fault?.Invoke(entity.Reference) ?? VimFault.NoPermission(entity.Reference, property.Privilege)).WriteNested(writer, isWrapped);
            writer.WriteEndObject();
        }

        Close(writer, isOpen);
    }

    private static void Open(Utf8JsonWriter writer, ref bool isOpen, string name)
    {
        if (!isOpen)
        {
            writer.WriteStartArray(name);
            isOpen = true;
        }
    }

    private static void Close(Utf8JsonWriter writer, bool isOpen)
    {
        if (isOpen)
        {
            writer.WriteEndArray();
        }
    }
}
