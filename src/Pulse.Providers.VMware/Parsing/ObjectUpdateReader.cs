using System.Text.Json;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>
/// Reads one complete ObjectUpdate, ObjectContent or MissingObject. Members come in any order, the discriminator too; unknown
/// members and values of an unexpected type are skipped, but an object needs its reference.
/// </summary>
internal static class ObjectUpdateReader
{
    /// <param name="reader">At the start of the object.</param>
    /// <param name="ids">Keeps the id of the object.</param>
    /// <param name="isPage">Whether the object is on a page, where all objects are new.</param>
    public static ObjectUpdate ReadUpdate(ref Utf8JsonReader reader, ObjectIds ids, bool isPage)
    {
        ObjectKey? key = null;
        var update = new ObjectUpdate { Kind = isPage ? UpdateKind.Enter : UpdateKind.Modify };
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("obj"u8))
            {
                key = ObjectReferenceReader.Read(ref reader, ids);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                reader.Read();
                update = update with { Kind = KindOf(ref reader) };
            }
            else if (reader.ValueTextEquals("changeSet"u8) || reader.ValueTextEquals("propSet"u8))
            {
                update = ReadProperties(ref reader, update);
            }
            else if (reader.ValueTextEquals("missingSet"u8))
            {
                update = ReadMissingProperties(ref reader, update);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return update with { Key = key ?? throw new JsonException("An object has no reference.") };
    }

    /// <summary>Reads an object that the filter does not reach any more.</summary>
    /// <returns>Null if the missing object is the view itself.</returns>
    public static ObjectUpdate? ReadMissingObject(ref Utf8JsonReader reader, ObjectIds ids)
    {
        ObjectKey? key = null;
        var isView = false;
        string? fault = null;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("obj"u8))
            {
                var reference = reader;
                key = ObjectReferenceReader.Read(ref reader, ids);
                isView = ObjectReferenceReader.IsView(ref reference);
            }
            else if (reader.ValueTextEquals("fault"u8))
            {
                fault = FaultReader.Read(ref reader);
            }
            else
            {
                reader.SkipValue();
            }
        }

        var update = new ObjectUpdate(key ?? throw new JsonException("A missing object has no reference."));
        return isView ? null : MarkMissing(update, ObjectProperties.Other, fault);
    }

    private static ObjectUpdate ReadProperties(ref Utf8JsonReader reader, ObjectUpdate update)
    {
        if (!reader.StartsArray())
        {
            return update;
        }

        while (reader.NextItem())
        {
            var property = ObjectProperties.None;
            Utf8JsonReader value = default;
            while (reader.NextMember())
            {
                if (reader.ValueTextEquals("name"u8))
                {
                    reader.Read();
                    property = PropertyReader.PropertyOf(ref reader);
                }
                else if (reader.ValueTextEquals("val"u8))
                {
                    value = reader;
                    value.Read();
                    reader.SkipValue();
                }
                else
                {
                    reader.SkipValue();
                }
            }

            // Without a value, as after a removal, the property is unset (facts.md#3.8).
            update = update with { Assigned = update.Assigned | property, Flags = update.Flags | PropertyReader.FlagOf(property, ref value) };
        }

        return update;
    }

    private static ObjectUpdate ReadMissingProperties(ref Utf8JsonReader reader, ObjectUpdate update)
    {
        if (!reader.StartsArray())
        {
            return update;
        }

        while (reader.NextItem())
        {
            var property = ObjectProperties.None;
            string? fault = null;
            while (reader.NextMember())
            {
                if (reader.ValueTextEquals("path"u8))
                {
                    reader.Read();
                    property = PropertyReader.PropertyOf(ref reader);
                }
                else if (reader.ValueTextEquals("fault"u8))
                {
                    fault = FaultReader.Read(ref reader);
                }
                else
                {
                    reader.SkipValue();
                }
            }

            update = MarkMissing(update, property == ObjectProperties.None ? ObjectProperties.Other : property, fault);
        }

        return update;
    }

    private static ObjectUpdate MarkMissing(ObjectUpdate update, ObjectProperties properties, string? fault) => fault switch
    {
        // The object was deleted while it was read.
        FaultTypes.ManagedObjectNotFound => update with { Kind = UpdateKind.Leave },
        FaultTypes.NotAuthenticated => update with { Missing = update.Missing | properties, Reason = UnreadableReason.NotAuthenticated },
        _ => update with { Missing = update.Missing | properties, Reason = UnreadableReason.Of(VCenterFailureCategories.OfNested(fault)) },
    };

    private static UpdateKind KindOf(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType != JsonTokenType.String ? UpdateKind.Modify
            : reader.ValueTextEquals("enter"u8) ? UpdateKind.Enter
            : reader.ValueTextEquals("leave"u8) ? UpdateKind.Leave
            : UpdateKind.Modify;
        reader.TrySkip();
        return kind;
    }
}
