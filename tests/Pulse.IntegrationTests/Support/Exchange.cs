using System.Text;
using System.Text.Json.Nodes;
using WireMock;
using WireMock.Logging;

namespace Pulse.IntegrationTests.Support;

/// <summary>One request to the vCenter of a test, and the answer, from the journal of WireMock.Net.</summary>
public sealed record Exchange
{
    public required string Method { get; init; }

    /// <summary>The path as received, still encoded.</summary>
    public required string Path { get; init; }

    public required string? Authorization { get; init; }

    public required string? SessionId { get; init; }

    public required string? UserAgent { get; init; }

    public required string Body { get; init; }

    /// <summary>Everything that was sent. Tests search it for text that must not be in it.</summary>
    public required string Sent { get; init; }

    public required int Status { get; init; }

    /// <summary>The session token in the answer, of either API family.</summary>
    public required string? SessionGiven { get; init; }

    /// <summary>Whether a stub matched the request.</summary>
    public required bool WasMatched { get; init; }

    /// <summary>The method and the last part of the path, e.g. <c>POST Login</c>.</summary>
    public string Name => $"{Method} {Path.Split('?')[0].Split('/')[^1]}";

    public bool IsLogin => this is { Name: "POST session" or "POST Login" };

    public bool IsLogout => this is { Name: "DELETE session" or "POST Logout" };

    public bool CarriesCredentials => Authorization is not null || Name == "POST Login";

    public override string ToString() => $"{Method} {Path} -> {Status}";

    internal static Exchange Read(ILogEntry entry)
    {
        var (request, response) = (entry.RequestMessage!, entry.ResponseMessage!);
        var body = request.BodyAsBytes is { } bytes ? Encoding.UTF8.GetString(bytes) : request.Body ?? "";
        var target = request.RawQuery is { Length: > 0 } query ? $"{request.Path}?{query.TrimStart('?')}" : request.Path;
        var exchange = new Exchange
        {
            Method = request.Method,
            Path = target,
            Authorization = Header(request, "Authorization"),
            SessionId = Header(request, "vmware-api-session-id"),
            UserAgent = Header(request, "User-Agent"),
            Body = body,
            Sent = string.Join('\n', (string[])[target, .. request.Headers!.Select(header => $"{header.Key}: {header.Value}"), body]),
            Status = Convert.ToInt32(response.StatusCode),
            SessionGiven = null,
            WasMatched = entry.MappingGuid is not null,
        };
        var opensSession = exchange is { IsLogin: true, Status: 200 or 201 } && !Line.Breaks(response);
        return exchange with { SessionGiven = opensSession ? TokenOf(response) : null };
    }

    private static string? Header(IRequestMessage request, string name) =>
        request.Headers!.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private static string TokenOf(IResponseMessage response) =>
        response.Headers!.TryGetValue("vmware-api-session-id", out var token)
            ? token.Single()
            : JsonNode.Parse(response.BodyData!.BodyAsString!)!.GetValue<string>();
}
