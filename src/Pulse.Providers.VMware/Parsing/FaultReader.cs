using System.Text.Json;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>Reads a fault inside of data.</summary>
internal static class FaultReader
{
    /// <returns>The name of a fault in either form: the fault itself, as documented, or wrapped in a LocalizedMethodFault, as assumed of 9.x (facts.md#2.18).</returns>
    public static string? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return null;
        }

        string? name = null;
        string? wrapped = null;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("_typeName"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.TrySkip();
            }
            else if (reader.ValueTextEquals("fault"u8))
            {
                wrapped = Read(ref reader);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return wrapped ?? name;
    }
}
