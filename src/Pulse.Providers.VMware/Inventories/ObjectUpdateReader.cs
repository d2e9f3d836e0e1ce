using System.Text.Json;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>
/// Reads one whole ObjectUpdate, ObjectContent or MissingObject. Members come in any order, the discriminator too; what is
/// not known, and what is of another type than it should be, is passed over, but an object needs its reference.
/// </summary>
internal static class ObjectUpdateReader
{
    private const int MaxIdLength = 256;

    /// <param name="reader">At the start of the object.</param>
    /// <param name="ids">Keeps its id.</param>
    /// <param name="isPage">Whether it is of a page, on which all objects are new.</param>
    public static ObjectUpdate ReadUpdate(ref Utf8JsonReader reader, ObjectIds ids, bool isPage)
    {
        ObjectKey? key = null;
        var update = new ObjectUpdate { Kind = isPage ? UpdateKind.Enter : UpdateKind.Modify };
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("obj"u8))
            {
                key = ReadReference(ref reader, ids);
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
                PassOver(ref reader);
            }
        }

        return update with { Key = key ?? throw new JsonException("An object has no reference.") };
    }

    /// <summary>Reads an object that the filter cannot show any more.</summary>
    /// <returns>Null when it is none of the inventory but the view.</returns>
    public static ObjectUpdate? ReadMissingObject(ref Utf8JsonReader reader, ObjectIds ids)
    {
        ObjectKey? key = null;
        var isView = false;
        string? fault = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("obj"u8))
            {
                var reference = reader;
                key = ReadReference(ref reader, ids);
                isView = IsView(ref reference);
            }
            else if (reader.ValueTextEquals("fault"u8))
            {
                fault = ReadFault(ref reader);
            }
            else
            {
                PassOver(ref reader);
            }
        }

        var update = new ObjectUpdate(key ?? throw new JsonException("A missing object has no reference."));
        return isView ? null : Miss(update, ObjectProperties.Other, fault);
    }

    private static ObjectUpdate ReadProperties(ref Utf8JsonReader reader, ObjectUpdate update)
    {
        if (!StartsArray(ref reader))
        {
            return update;
        }

        while (NextItem(ref reader))
        {
            var property = ObjectProperties.None;
            Utf8JsonReader value = default;
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("name"u8))
                {
                    reader.Read();
                    property = PropertyOf(ref reader);
                }
                else if (reader.ValueTextEquals("val"u8))
                {
                    value = reader;
                    value.Read();
                    PassOver(ref reader);
                }
                else
                {
                    PassOver(ref reader);
                }
            }

            // Without a value, as after a removal, it is unset (facts 3).
            update = update with { Assigned = update.Assigned | property, Flags = update.Flags | FlagOf(property, ref value) };
        }

        return update;
    }

    private static ObjectUpdate ReadMissingProperties(ref Utf8JsonReader reader, ObjectUpdate update)
    {
        if (!StartsArray(ref reader))
        {
            return update;
        }

        while (NextItem(ref reader))
        {
            var property = ObjectProperties.None;
            string? fault = null;
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("path"u8))
                {
                    reader.Read();
                    property = PropertyOf(ref reader);
                }
                else if (reader.ValueTextEquals("fault"u8))
                {
                    fault = ReadFault(ref reader);
                }
                else
                {
                    PassOver(ref reader);
                }
            }

            update = Miss(update, property == ObjectProperties.None ? ObjectProperties.Other : property, fault);
        }

        return update;
    }

    private static ObjectUpdate Miss(ObjectUpdate update, ObjectProperties properties, string? fault) => fault switch
    {
        // Deleted while it was read.
        Faults.ManagedObjectNotFound => update with { Kind = UpdateKind.Leave },
        Faults.NotAuthenticated => update with { Missing = update.Missing | properties, Reason = UnreadableReason.NotAuthenticated },
        _ => update with { Missing = update.Missing | properties, Reason = UnreadableReason.Of(VCenterFailures.CategoryOf(fault)) },
    };

    /// <returns>The name of a fault in either form: 9.x wraps it into a LocalizedMethodFault, 8.0.x puts it there itself (facts 2).</returns>
    private static string? ReadFault(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return null;
        }

        string? name = null;
        string? wrapped = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("_typeName"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.TrySkip();
            }
            else if (reader.ValueTextEquals("fault"u8))
            {
                wrapped = ReadFault(ref reader);
            }
            else
            {
                PassOver(ref reader);
            }
        }

        return wrapped ?? name;
    }

    private static ObjectKey? ReadReference(ref Utf8JsonReader reader, ObjectIds ids)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return null;
        }

        Span<char> type = stackalloc char[MaxIdLength];
        Span<char> id = stackalloc char[MaxIdLength];
        var length = 0;
        ObjectKind? kind = null;
        while (NextMember(ref reader))
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isType && IsShortText(ref reader))
            {
                kind = ObjectKinds.Of(type[..reader.CopyString(type)]);
            }
            else if (isValue && IsShortText(ref reader))
            {
                length = reader.CopyString(id);
            }

            reader.TrySkip();
        }

        return kind is { } found && length > 0 ? ids.KeyOf(found, id[..length]) : null;
    }

    private static bool IsView(ref Utf8JsonReader reference)
    {
        reference.Read();
        while (NextMember(ref reference))
        {
            if (reference.ValueTextEquals("type"u8))
            {
                reference.Read();
                return reference.TokenType == JsonTokenType.String && reference.ValueTextEquals("ContainerView"u8);
            }

            PassOver(ref reference);
        }

        return false;
    }

    private static UpdateKind KindOf(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType != JsonTokenType.String ? UpdateKind.Modify
            : reader.ValueTextEquals("enter"u8) ? UpdateKind.Enter
            : reader.ValueTextEquals("leave"u8) ? UpdateKind.Leave
            : UpdateKind.Modify;
        reader.TrySkip();
        return kind;
    }

    private static ObjectProperties PropertyOf(ref Utf8JsonReader reader)
    {
        var property = reader.TokenType != JsonTokenType.String ? ObjectProperties.None
            : reader.ValueTextEquals("runtime.connectionState"u8) ? ObjectProperties.ConnectionState
            : reader.ValueTextEquals("config.template"u8) ? ObjectProperties.Template
            : reader.ValueTextEquals("summary.accessible"u8) ? ObjectProperties.Accessible
            : ObjectProperties.None;
        reader.TrySkip();
        return property;
    }

    private static ObjectFlags FlagOf(ObjectProperties property, ref Utf8JsonReader value)
    {
        Unbox(ref value);
        return property switch
        {
            ObjectProperties.Template when value.TokenType == JsonTokenType.True => ObjectFlags.Template,
            ObjectProperties.ConnectionState when value.TokenType == JsonTokenType.String
                && (value.ValueTextEquals("orphaned"u8) || value.ValueTextEquals("inaccessible"u8) || value.ValueTextEquals("invalid"u8)) =>
                ObjectFlags.Lost,
            _ => ObjectFlags.None,
        };
    }

    // A value of an anyType slot may come boxed, with the discriminator at either end, or bare (facts 2).
    private static void Unbox(ref Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (NextMember(ref value))
        {
            if (value.ValueTextEquals("_value"u8))
            {
                value.Read();
                return;
            }

            PassOver(ref value);
        }
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.TrySkip();
        }

        return false;
    }

    private static bool StartsArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        reader.TrySkip();
        return false;
    }

    private static void PassOver(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.TrySkip();
    }

    private static bool IsShortText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= MaxIdLength;
}
