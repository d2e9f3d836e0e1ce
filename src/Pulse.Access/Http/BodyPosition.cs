using System.Globalization;
using System.Text.Json;

namespace Pulse.Access.Http;

/// <summary>A place in a body: the line, and the byte in the line, both from 1.</summary>
internal sealed record BodyPosition(long Line, long Position)
{
    public static BodyPosition At(ReadOnlySpan<byte> utf8, int index)
    {
        var before = utf8[..index];
        return new(before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>The position at which a parser rejected text that is not JSON.</summary>
    public static BodyPosition Of(JsonException error) => new((error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1);

    /// <summary>
    /// The position at which the rejected name or value begins. The serializer itself gives the position of its end.
    /// </summary>
    /// <param name="error">The exception of the serializer.</param>
    /// <param name="utf8">The body, which is valid JSON.</param>
    public static BodyPosition Of(JsonException error, ReadOnlySpan<byte> utf8)
    {
        var end = Of(error);
        var index = IndexOf(utf8, end);
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.BytesConsumed >= index)
            {
                return At(utf8, (int)reader.TokenStartIndex);
            }
        }

        return end;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, position {Position}");

    private static long IndexOf(ReadOnlySpan<byte> utf8, BodyPosition place)
    {
        var start = 0;
        for (var line = 1L; line < place.Line; line++)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return start + place.Position - 1;
    }
}
