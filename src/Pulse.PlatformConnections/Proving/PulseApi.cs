using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Calls the API of the Pulse that a proof runs, like a script.</summary>
internal sealed class PulseApi : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _path;

    /// <param name="address">The address of Pulse.</param>
    /// <param name="token">An API token.</param>
    /// <param name="platform">The key of the platform.</param>
    public PulseApi(Uri address, string token, string platform)
    {
        // The API has its own limit for tests; a row has one as well.
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

    /// <summary>One connection in the form of the list.</summary>
    public async Task<JsonNode?> ListedAsync(string id, CancellationToken cancellationToken)
    {
        var list = (await SendAsync(HttpMethod.Get, "", null, cancellationToken)).Body?.AsArray() ?? [];
        return list.FirstOrDefault(connection => connection?["id"]?.GetValue<string>() == id);
    }

    public void Dispose() => _client.Dispose();
}
