using System.Text;
using System.Text.Json.Nodes;
using Pulse.Recordings;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Damages answers in ways that a parser may not expect.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Members =
    [
        "obj", "type", "value", "kind", "version", "truncated", "token", "filterSet", "objectSet", "objects", "changeSet", "propSet", "missingSet",
        "fault", "_typeName", "_value", "val", "name", "path", "op", "about", "apiType", "messages", "error_type", "id", "privilegeId", "missingPrivileges",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "-1", "0", "1e999", "123456789012345678901234567890", "-0.0000000000000000000000000000001", "\"leave\"",
        "\"enter\"", "\"orphaned\"", "\"NotAuthenticated\"", "\"ManagedObjectNotFound\"", "\"ContainerView\"", "\"..\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"a\\nb\"", "[[[]]]", "{\"_typeName\":{\"_value\":[1]}}", "{\"fault\":{\"fault\":{\"_typeName\":\"NoPermission\"}}}",
        "\"" + new string('x', 5000) + "\"", "\"vm-99999999999999999999999\"",
        new string('[', 70) + new string(']', 70),
        string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70),
    ];

    private static readonly byte[][] BadBytes = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8], [0x00], [0xEF, 0xBB, 0xBF], "\\ud800"u8.ToArray(), "\\"u8.ToArray()];

    private static readonly byte[] NotAuthenticated = Encoding.UTF8.GetBytes(Recording.Of("21").Body!);

    private static readonly byte[] Updates = Encoding.UTF8.GetBytes(Recording.Of("27").Body!);

    private static readonly int[] Statuses = [200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503, 504];

    public WholeAnswer Mutate(WholeAnswer answer)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            answer = random.Next(11) switch
            {
                0 => answer with { Body = Cut(answer.Body) },
                1 => answer with { Body = Repeat(answer.Body) },
                2 => answer with { Body = Insert(answer.Body, BadBytes[random.Next(BadBytes.Length)], random.Next(answer.Body.Length + 1)) },
                3 => answer with { Status = Statuses[random.Next(Statuses.Length)] },
                4 => answer with { Status = 503, RetryAfter = random.Next(2) == 0 ? "99999999999999" : "-5" },
                5 => answer with { Body = Flip(answer.Body) },
                6 => answer with { Body = random.Next(2) == 0 ? NotAuthenticated : Updates },
                7 => answer with { Body = Reorder(answer.Body) },
                8 => answer with { Body = Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]) },
                _ => answer with { Body = AddMember(answer.Body) },
            };
        }

        return answer;
    }

    private byte[] Cut(byte[] body) => random.Next(2) == 0 ? body[..random.Next(body.Length + 1)] : body[random.Next(body.Length + 1)..];

    private byte[] Repeat(byte[] body)
    {
        var start = random.Next(body.Length + 1);
        return Insert(body, body[start..random.Next(start, body.Length + 1)], random.Next(body.Length + 1));
    }

    private byte[] Flip(byte[] body)
    {
        var flipped = (byte[])body.Clone();
        for (var times = random.Next(1, 4); times > 0 && body.Length > 0; times--)
        {
            flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    // The member goes into any object. There it is unknown, a duplicate, or of a wrong type.
    private byte[] AddMember(byte[] body)
    {
        List<int> places = [.. Enumerable.Range(0, body.Length).Where(index => body[index] == (random.Next(3) == 0 ? '}' : '{'))];
        if (places.Count == 0)
        {
            return body;
        }

        var place = places[random.Next(places.Count)];
        var member = $"\"{Members[random.Next(Members.Length)]}\":{Values[random.Next(Values.Length)]}";
        return body[place] == '{'
            ? Insert(body, Encoding.UTF8.GetBytes(member + ","), place + 1)
            : Insert(body, Encoding.UTF8.GetBytes("," + member), place);
    }

    private byte[] Reorder(byte[] body)
    {
        try
        {
            return Encoding.UTF8.GetBytes(Reordered(JsonNode.Parse(body))?.ToJsonString() ?? "null");
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return body;
        }
    }

    private JsonNode? Reordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(Shuffled(members.Select(member => KeyValuePair.Create(member.Key, Reordered(member.Value))))),
        JsonArray items => new JsonArray([.. Shuffled(items.Select(Reordered))]),
        _ => node?.DeepClone(),
    };

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static byte[] Insert(byte[] body, byte[] inserted, int at) => [.. body[..at], .. inserted, .. body[at..]];
}
