using System.Text;
using System.Text.Json.Nodes;

namespace Pulse.IntegrationTests.WireMock;

/// <summary>One request that WireMock got, and what it answered, out of its journal.</summary>
public sealed record Exchange
{
    public required string Method { get; init; }

    /// <summary>The path as it came, still encoded.</summary>
    public required string Path { get; init; }

    public required string? Authorization { get; init; }

    public required string? SessionId { get; init; }

    public required string? UserAgent { get; init; }

    public required string Body { get; init; }

    /// <summary>Everything that was sent, to look for what should not be in it.</summary>
    public required string Sent { get; init; }

    public required int Status { get; init; }

    /// <summary>The token that the answer gave, of either family.</summary>
    public required string? SessionGiven { get; init; }

    /// <summary>Whether some stub was meant for it.</summary>
    public required bool WasMatched { get; init; }

    /// <summary>The method and the last part of the path, e.g. <c>POST Login</c>.</summary>
    public string Name => $"{Method} {Path.Split('?')[0].Split('/')[^1]}";

    public bool IsLogin => this is { Name: "POST session" or "POST Login" };

    public bool IsLogout => this is { Name: "DELETE session" or "POST Logout" };

    public bool CarriesCredentials => Authorization is not null || Name == "POST Login";

    public override string ToString() => $"{Method} {Path} -> {Status}";

    internal static Exchange Read(JsonNode serveEvent)
    {
        var request = serveEvent["request"]!;
        var response = serveEvent["response"]!;
        var exchange = new Exchange
        {
            Method = request["method"]!.GetValue<string>(),
            Path = request["url"]!.GetValue<string>(),
            Authorization = Header(request, "Authorization"),
            SessionId = Header(request, "vmware-api-session-id"),
            UserAgent = Header(request, "User-Agent"),
            Body = request["body"]?.GetValue<string>() ?? "",
            Sent = Decoded(request),
            Status = response["status"]?.GetValue<int>() ?? 0,
            SessionGiven = null,
            WasMatched = serveEvent["wasMatched"]!.GetValue<bool>(),
        };
        var opensSession = exchange is { IsLogin: true, Status: 200 or 201 } && response["fault"] is null;
        return exchange with { SessionGiven = opensSession ? TokenOf(response) : null };
    }

    private static string? Header(JsonNode message, string name) =>
        message["headers"]?.AsObject().FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private static string TokenOf(JsonNode response) =>
        Header(response, "vmware-api-session-id")
        ?? JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(response["bodyAsBase64"]!.GetValue<string>())))!.GetValue<string>();

    // JSON escapes letters beyond ASCII, and in a password there are some.
    private static string Decoded(JsonNode node) => node switch
    {
        JsonObject members => string.Join('\n', members.Select(member => $"{member.Key}: {(member.Value is null ? "" : Decoded(member.Value))}")),
        JsonArray items => string.Join('\n', items.Select(item => item is null ? "" : Decoded(item))),
        _ => node.ToString(),
    };
}
