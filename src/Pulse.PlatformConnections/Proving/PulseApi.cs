using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Calls the API of the Pulse that a proof runs, as a script would.</summary>
internal sealed class PulseApi : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _path;

    /// <param name="address">Where it listens.</param>
    /// <param name="token">An API token.</param>
    /// <param name="platform">The key of the platform.</param>
    public PulseApi(Uri address, string token, string platform)
    {
        // The API answers tests within their own limit; a row has one as well.
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _path = $"api/{platform}/connections";
    }

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, _path + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>One connection as the list shows it.</summary>
    public async Task<JsonNode?> ListedAsync(string id, CancellationToken cancellationToken)
    {
        var list = (await SendAsync(HttpMethod.Get, "", null, cancellationToken)).Body?.AsArray() ?? [];
        return list.FirstOrDefault(connection => connection?["id"]?.GetValue<string>() == id);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its JSON; null when it has none.</param>
internal sealed record ApiAnswer(int Status, JsonNode? Body)
{
    /// <summary>The part of a body as the type that it was written from.</summary>
    public T? Read<T>(string member) => Body?[member] is { } node ? node.Deserialize<T>(JsonSerializerOptions.Web) : default;

    /// <summary>What a problem says.</summary>
    public string Problem => $"HTTP {Status} {Body?["code"]}: {Body?["title"]} {Body?["detail"]}".TrimEnd();
}
