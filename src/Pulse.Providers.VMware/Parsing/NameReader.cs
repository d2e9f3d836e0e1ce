using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>Reads a name. Reads only the beginning of a name that is too long to be shown.</summary>
internal static class NameReader
{
    // Far more than the longest shown name needs, escaped or not.
    private const int LookedAt = 8 * 1024;

    /// <returns>Null if the name is unset, in any form (facts.md#2.28).</returns>
    /// <exception cref="JsonException">The body has another form.</exception>
    public static async Task<string?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[LookedAt];
        var length = await body.ReadAtLeastAsync(buffer, LookedAt, throwOnEndOfStream: false, cancellationToken);
        var name = length == 0 ? null : Parse(length < LookedAt ? buffer.AsSpan(0, length) : Shorten(buffer));
        return name is null ? null : SystemText.Text(ObjectName.Decode(name));
    }

    private static string? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var name = reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? reader.GetString()
            : throw new JsonException("A name is no string.");
        return reader.Read() ? throw new JsonException("Something follows a name.") : name;
    }

    /// <summary>Ends the string after its last whole character.</summary>
    private static ReadOnlySpan<byte> Shorten(byte[] json)
    {
        var end = json.AsSpan().IndexOf((byte)'"') + 1;
        for (var next = end; next < json.Length - 1 && json[next] != '"'; next += LengthAt(json, next))
        {
            end = next;
        }

        json[end] = (byte)'"';
        return json.AsSpan(0, end + 1);
    }

    private static int LengthAt(byte[] json, int at) => json[at] switch
    {
        (byte)'\\' => json[at + 1] == 'u' ? 6 : 2,
        < 0x80 => 1,
        < 0xE0 => 2,
        < 0xF0 => 3,
        _ => 4,
    };
}
