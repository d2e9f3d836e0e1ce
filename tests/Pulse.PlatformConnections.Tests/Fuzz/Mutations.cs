using System.IO.Compression;
using System.Text;

namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>Small and large damage to a valid request: at one to three places, so that much of it stays valid.</summary>
internal static class Mutations
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "P\u00d6ST"];

    private static readonly string[] Texts =
    [
        "", " ", "\u0000", "\u0007", "\t", "\n", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ud83d\ude00", "e\u0301", "\u00fc", "\u0130", "\u1e9e", "'", "\"", "\\", "%00",
        "%", "%ff", "%zz", "%2e%2e%2f", "../", "..\\", "//", ";", "#", "?", "&", "=", "null", "NaN", "-1", "0", "1e400", "99999999999999999999", "9223372036854775807",
        "-9223372036854775809", "true", "*", "_", "[::1]", "127.0.0.1", "169.254.169.254", "xn--", "xn--a-ecp.ru", "\u3002", "\uff0e", "********", "{}", "<script>", "' OR 1=1 --",
        new string('a', 300), new string('\u00fc', 5000), "01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55", "00000000-0000-0000-0000-000000000000", "\"1\"", "W/\"1\"", "2026-03-01T08:00:00Z",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "-1", "0", "65536", "1.5", "1e400", "-0", "123456789012345678901234567890", "\"\\ud800\"", "\"\\u0000\"", "\"a\\u202eb\"",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "{\"a\":{\"\\udc00\":1}}", "\"https://user:pw@host:99999/p?q#f\"", "\"http://[::1]:0/\"",
        "\"fe80::1%eth0\"", "\"AB:CD\"", "[\"settings:read\",null]", "[1,\"a\",{}]", "undefined", "'x'", "01", "\"\\x\"",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Content-Type", ["", "text/plain", "application/json; charset=foo", "application/json; charset=\"UTF-8\"", "application/json;charset=utf-16", "multipart/form-data", "application/x-www-form-urlencoded", "application/json, text/plain", "a/b;;;", "application/*+json"]),
        ("Content-Encoding", ["gzip", "br", "identity", "x", ""]),
        ("Content-Length", ["-1", "0", "1", "99999999999", "abc"]),
        ("Accept", ["application/x-ndjson", "application/x-ndjson;q=0", "text/html", "*/*;q=abc", ",,,", "application/json;q=0.1, application/x-ndjson", "image/*"]),
        ("Accept-Encoding", ["gzip, br", "*;q=0", "gzip;q=9"]),
        ("If-Match", ["*", "\"1\"", "\"2\"", "W/\"1\"", "1", "\"", "\"1\", \"2\"", "\"99999999999999\"", ""]),
        ("If-None-Match", ["*", "\"1\"", "x"]),
        ("Authorization", ["", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", "Bearer pulse_x", "Negotiate", "\u00fc"]),
        ("Cookie", ["pulse_session=x", "pulse_session=; pulse_antiforgery=y", "=;=;", "pulse_session=CfDJ8AAAA", "a"]),
        ("X-Pulse-Antiforgery", ["", "x", "CfDJ8AAAA"]),
        ("Origin", ["null", "https://evil.example"]),
        ("Range", ["bytes=0-1", "bytes=9-1", "x"]),
        ("X-Forwarded-For", ["1.2.3.4", "x", "::1"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Expect", ["100-continue", "x"]),
        ("Host", ["", "x:99999", "[", "evil.example"]),
        ("Transfer-Encoding", ["chunked", "gzip"]),
        ("traceparent", ["00-x", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"]),
    ];

    public static void Apply(FuzzRequest request, Random random)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            switch (random.Next(14))
            {
                case 0: request.Method = Any(random, Methods); break;
                case 1: request.Path = "/" + Damage(request.Path[1..], random); break;
                case 2: request.Path = ReplacePart(request.Path, '/', random); break;
                case 3: request.Query = request.Query.Length > 1 && random.Next(2) == 0 ? "?" + ReplacePart(request.Query[1..], '=', random) : $"?{Escaped(Any(random, Texts))}={Escaped(Any(random, Texts))}"; break;
                case 4 or 5: SetHeader(request, random); break;
                case 6: request.Sender = (Sender)random.Next(3); break;
                case 7: request.Body = Encode(request.Body, random); break;
                case 8: request.Body = DamageBytes(request.Body, random); break;
                default: request.Body = Encoding.UTF8.GetBytes(DamageJson(Encoding.UTF8.GetString(request.Body), random)); break;
            }
        }
    }

    private static void SetHeader(FuzzRequest request, Random random)
    {
        var (name, values) = Any(random, Headers);
        request.Headers[name] = Any(random, values);
    }

    /// <summary>Replaces one value, name or separator of a JSON text. The result may be invalid JSON.</summary>
    private static string DamageJson(string json, Random random)
    {
        // After a colon or comma there is a value or a name.
        var cuts = Enumerable.Range(0, json.Length).Where(at => json[at] is ':' or ',' or '{' or '[').ToList();
        if (cuts.Count == 0)
        {
            return Any(random, Values);
        }

        var from = cuts[random.Next(cuts.Count)] + 1;
        var to = json.IndexOfAny([',', '}', ']'], from) is var end and >= 0 ? end : json.Length;
        return random.Next(6) switch
        {
            0 => json[..to] + "," + json[from..],
            1 => json[..from] + json[to..],
            2 => json[..from] + $"\"{Any(random, Texts)}\":{Any(random, Values)}," + json[from..],
            3 => json[..from] + $"\"{Any(random, Texts)}\"" + json[to..],
            _ => json[..from] + Any(random, Values) + json[to..],
        };
    }

    private static byte[] Encode(byte[] body, Random random) => random.Next(6) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. body],
        1 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
        2 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(body))],
        3 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(body).Replace('a', '\u00e4')),
        4 => Compress(body),
        _ => [.. body, .. new byte[random.Next(40_000)]],
    };

    private static byte[] DamageBytes(byte[] body, Random random)
    {
        if (body.Length == 0)
        {
            return Encoding.UTF8.GetBytes(Any(random, Values));
        }

        var damaged = body.ToList();
        var at = random.Next(damaged.Count);
        switch (random.Next(4))
        {
            case 0: damaged[at] = (byte)random.Next(256); break;
            case 1: damaged.Insert(at, (byte)random.Next(256)); break;
            case 2: damaged.RemoveRange(at, random.Next(1, damaged.Count - at + 1)); break;
            default: damaged.AddRange(damaged[at..]); break;
        }

        return [.. damaged];
    }

    private static string Damage(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text[..at] + Any(random, Texts) + text[at..],
            1 => text[..at],
            _ => text[..at].ToUpperInvariant() + text[at..],
        };
    }

    private static string ReplacePart(string text, char separator, Random random)
    {
        var parts = text.Split(separator);
        var at = random.Next(parts.Length);
        parts[at] = at == 0 && separator == '/' ? "" : separator == '=' ? Escaped(Any(random, Texts)) : Any(random, Texts);
        return string.Join(separator, parts);
    }

    private static string Escaped(string text) => text.Length < 10 && text.Contains('%', StringComparison.Ordinal) ? text : Uri.EscapeDataString(text.Replace('\ud83d', 'x'));

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private static T Any<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
