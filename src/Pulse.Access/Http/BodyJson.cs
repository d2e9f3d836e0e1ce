using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>
/// Whether bytes are one JSON object that later code can read without errors: valid UTF-8, not nested too deep, and each member
/// named once and in valid Unicode.
/// </summary>
internal static class BodyJson
{
    public const int MaxDepth = 32;

    public static ProblemHttpResult? Check(ReadOnlySpan<byte> utf8)
    {
        // A NUL is valid UTF-8 but never valid JSON. It shows that the text is UTF-16.
        if (FirstForeignByte(utf8) is var foreign and >= 0)
        {
            return BodyProblems.NotUtf8(BodyPosition.At(utf8, foreign));
        }

        try
        {
            return Walk(utf8);
        }
        catch (JsonException error)
        {
            // The parser's own message quotes the text, and the text may hold a password.
            return BodyProblems.InvalidJson(BodyPosition.Of(error), "Correct what is written there");
        }
    }

    private static ProblemHttpResult? Walk(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            {
                return BodyProblems.InvalidJson(new(1, 1), "Send one JSON object");
            }

            if (reader.CurrentDepth == MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return Refuse(utf8, reader, $"Nest at most {MaxDepth} levels");
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;

                case JsonTokenType.EndObject:
                    names.Pop();
                    break;

                case JsonTokenType.PropertyName:
                    if (NameOf(reader) is not { } name)
                    {
                        return Refuse(utf8, reader, "Name the member in valid Unicode; half a surrogate pair is not");
                    }

                    if (!names.Peek().Add(name))
                    {
                        return Refuse(utf8, reader, "Name each member once");
                    }

                    break;
            }
        }

        return null;
    }

    private static string? NameOf(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ProblemHttpResult Refuse(ReadOnlySpan<byte> utf8, in Utf8JsonReader reader, string remedy) =>
        BodyProblems.InvalidJson(BodyPosition.At(utf8, (int)reader.TokenStartIndex), remedy);

    private static int FirstForeignByte(ReadOnlySpan<byte> utf8)
    {
        for (var at = 0; at < utf8.Length;)
        {
            if (Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
