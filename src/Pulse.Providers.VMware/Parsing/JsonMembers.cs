using System.Text.Json;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>Reads the members of a completely received value of any type.</summary>
internal static class JsonMembers
{
    public static bool NextMember(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static bool NextItem(this ref Utf8JsonReader reader)
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

    public static bool StartsArray(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        reader.TrySkip();
        return false;
    }

    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.TrySkip();
    }

    public static bool IsTextUpTo(this ref Utf8JsonReader reader, int maxLength) =>
        reader.TokenType == JsonTokenType.String
        && (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= maxLength;
}
