using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>Reads a MoRef.</summary>
internal static class ObjectReferenceReader
{
    private const int MaxIdLength = SystemText.LongestId;

    /// <returns>Null if it names no object.</returns>
    public static ObjectKey? Read(ref Utf8JsonReader reader, ObjectIds ids)
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
        while (reader.NextMember())
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isType && reader.IsTextUpTo(MaxIdLength))
            {
                kind = ObjectKinds.Of(type[..reader.CopyString(type)]);
            }
            else if (isValue && reader.TokenType == JsonTokenType.String)
            {
                // A cut id would be another id.
                length = reader.IsTextUpTo(MaxIdLength) ? reader.CopyString(id) : throw new JsonException("An id is too long.");
            }

            reader.TrySkip();
        }

        return kind is { } found && length > 0 ? ids.KeyOf(found, id[..length]) : null;
    }

    public static bool IsView(ref Utf8JsonReader reference)
    {
        reference.Read();
        while (reference.NextMember())
        {
            if (reference.ValueTextEquals("type"u8))
            {
                reference.Read();
                return reference.TokenType == JsonTokenType.String && reference.ValueTextEquals("ContainerView"u8);
            }

            reference.SkipValue();
        }

        return false;
    }
}
