using System.Text.Json;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>Reads the name of a property and the state that its value means.</summary>
internal static class PropertyReader
{
    public static ObjectProperties PropertyOf(ref Utf8JsonReader reader)
    {
        var property = reader.TokenType != JsonTokenType.String ? ObjectProperties.None
            : reader.ValueTextEquals("runtime.connectionState"u8) ? ObjectProperties.ConnectionState
            : reader.ValueTextEquals("config.template"u8) ? ObjectProperties.Template
            : reader.ValueTextEquals("summary.accessible"u8) ? ObjectProperties.Accessible
            : ObjectProperties.None;
        reader.TrySkip();
        return property;
    }

    public static ObjectFlags FlagOf(ObjectProperties property, ref Utf8JsonReader value)
    {
        Unbox(ref value);
        return property switch
        {
            ObjectProperties.Template when value.TokenType == JsonTokenType.True => ObjectFlags.Template,
            ObjectProperties.ConnectionState when value.TokenType == JsonTokenType.String
                && (value.ValueTextEquals("orphaned"u8) || value.ValueTextEquals("inaccessible"u8) || value.ValueTextEquals("invalid"u8)) =>
                ObjectFlags.Lost,
            // A host and the machines on it have these states. A host in maintenance mode stays connected.
            ObjectProperties.ConnectionState when value.TokenType == JsonTokenType.String
                && (value.ValueTextEquals("disconnected"u8) || value.ValueTextEquals("notResponding"u8)) =>
                ObjectFlags.Unavailable,
            ObjectProperties.Accessible when value.TokenType == JsonTokenType.False => ObjectFlags.Unavailable,
            _ => ObjectFlags.None,
        };
    }

    // A value of an anyType slot may have a box, with the discriminator at either end, or no box (facts.md#2.26).
    private static void Unbox(ref Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (value.NextMember())
        {
            if (value.ValueTextEquals("_value"u8))
            {
                value.Read();
                return;
            }

            value.SkipValue();
        }
    }
}
