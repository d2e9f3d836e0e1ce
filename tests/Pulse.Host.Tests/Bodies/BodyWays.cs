using System.Text;

namespace Pulse.Host.Tests.Bodies;

/// <summary>Every kind of refused body, by name.</summary>
public static class BodyWays
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string PowerShell = "[Text.Encoding]::UTF8.GetBytes($json)";

    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);

    public static IReadOnlyDictionary<string, BodyWay> Refused { get; } = new Dictionary<string, BodyWay>(StringComparer.Ordinal)
    {
        ["no content type"] = Typed("", "{}"),
        ["another content type"] = Typed("Content-Type: text/plain\r\n", "{}", "application/json"),
        ["a form"] = Typed("Content-Type: application/x-www-form-urlencoded\r\n", "name=x", "application/json"),
        ["a content type that is none"] = Typed("Content-Type: ;;;\r\n", "{}"),
        ["two content types"] = Typed("Content-Type: application/json\r\nContent-Type: application/json\r\n", "{}"),
        ["an unknown charset"] = Typed("Content-Type: application/json; charset=foo\r\n", "{}", PowerShell),
        ["another charset"] = Typed("Content-Type: application/json; charset=iso-8859-1\r\n", "{}", PowerShell),
        ["UTF-7"] = Typed("Content-Type: application/json; charset=utf-7\r\n", "{}", PowerShell),
        ["UTF-16, declared"] = Typed("Content-Type: application/json; charset=utf-16\r\n", "{}", PowerShell),
        ["two charsets"] = Typed("Content-Type: application/json; charset=utf-8; charset=utf-16\r\n", "{}", PowerShell),
        ["compressed"] = Typed(Json + "Content-Encoding: gzip\r\n", "{}", "Content-Encoding"),
        ["too large, with a length"] = new(Json + "Content-Length: 32769\r\n", new byte[32769], 413, "body_too_large", "32768 bytes"),
        ["too large, in chunks"] = new(Json + Chunked, Chunks(new string(' ', 32 * 1024) + "{}"), 413, "body_too_large", "32768 bytes"),
        ["ISO 8859-1"] = Foreign([.. "{\"name\":\"M"u8, 0xFC, .. "nchen\"}"u8]),
        ["UTF-8 that is cut"] = Foreign([.. "{\"name\":\"M"u8, 0xC3, .. "\"}"u8]),
        ["a surrogate in UTF-8"] = Foreign([.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]),
        ["UTF-16 with its mark"] = Foreign([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]),
        ["UTF-16 without its mark"] = Foreign(Encoding.Unicode.GetBytes("{}")),
        ["not JSON"] = Invalid("{\"name\": \"x\",\n \"host\" }", "line 2, position 9"),
        ["half an object"] = Invalid("{\"name\": "),
        ["a comment"] = Invalid("{ /* none */ }"),
        ["a trailing comma"] = Invalid("{\"name\":\"x\",}"),
        ["two objects"] = Invalid("{} {}"),
        ["an array"] = Invalid("[]", "one JSON object"),
        ["a text"] = Invalid("\"{}\"", "one JSON object"),
        ["null"] = Invalid("null", "one JSON object"),
        ["a member twice"] = Invalid("{\"name\":\"a\",\n\"name\":\"b\"}", "once: line 2, position 1"),
        ["a member twice, once escaped"] = Invalid("{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "once"),
        ["too deep"] = Invalid(Deep, "at most 32 levels"),
        ["a name with half a surrogate pair"] = Invalid("{\"\\ud800\":1}", "valid Unicode"),
        ["two names with half a surrogate pair"] = Invalid("{\"\\ud800\":1,\"\\udc00\":1}", "valid Unicode"),
        ["a name within with half a surrogate pair"] = Invalid("{\"name\":[{\"pass\\ud800\":1}]}", "valid Unicode"),
        ["a broken chunk"] = new(Json + Chunked, "ZZ\r\n{}\r\n0\r\n\r\n"u8.ToArray(), 400, "body_incomplete", "well-formed chunks"),
        ["a chunk without its end"] = new(Json + Chunked, "2\r\n{}{}\r\n0\r\n\r\n"u8.ToArray(), 400, "body_incomplete", "well-formed chunks"),
    };

    /// <summary>An object without members: every route reads it, and answers it in its own way.</summary>
    public static IReadOnlyDictionary<string, BodyWay> Read { get; } = new Dictionary<string, BodyWay>(StringComparer.Ordinal)
    {
        ["plain"] = new(Json + "Content-Length: 2\r\n", "{}"u8.ToArray(), 0, ""),
        ["declared as UTF-8"] = new("Content-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n", "{}"u8.ToArray(), 0, ""),
        ["declared as UTF-8 in quotes and capitals"] = new("Content-Type: Application/JSON;Charset=\"UTF-8\"\r\nContent-Length: 2\r\n", "{}"u8.ToArray(), 0, ""),
        ["a kind of JSON"] = new("Content-Type: application/merge-patch+json\r\nContent-Length: 2\r\n", "{}"u8.ToArray(), 0, ""),
        ["with a byte order mark"] = new(Json + "Content-Length: 5\r\n", [0xEF, 0xBB, 0xBF, .. "{}"u8], 0, ""),
        ["in chunks"] = new(Json + Chunked, Chunks("{}"), 0, ""),
        ["coded as itself"] = new(Json + "Content-Encoding: identity\r\nContent-Length: 2\r\n", "{}"u8.ToArray(), 0, ""),
        ["of the largest size"] = new(Json + "Content-Length: 32768\r\n", Encoding.ASCII.GetBytes("{}".PadRight(32768)), 0, ""),
    };

    private const string Chunked = "Transfer-Encoding: chunked\r\n";

    private static BodyWay Typed(string headers, string body, string detail = "application/json") =>
        new($"{headers}Content-Length: {body.Length}\r\n", Encoding.ASCII.GetBytes(body), 415, "unsupported_media_type", detail);

    private static BodyWay Foreign(byte[] body) => new($"{Json}Content-Length: {body.Length}\r\n", body, 400, "invalid_utf8", PowerShell);

    private static BodyWay Invalid(string body, string detail = "line 1, position ") =>
        new($"{Json}Content-Length: {body.Length}\r\n", Encoding.ASCII.GetBytes(body), 400, "invalid_json", detail);

    private static byte[] Chunks(string body) => Encoding.ASCII.GetBytes($"{body.Length:X}\r\n{body}\r\n0\r\n\r\n");
}
