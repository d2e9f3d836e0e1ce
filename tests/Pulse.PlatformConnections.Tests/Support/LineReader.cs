using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>Reads the lines of a streamed test as they arrive.</summary>
internal sealed class LineReader : IDisposable
{
    // Only a defect reaches this limit: a missing line must not block the run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StreamReader _reader;

    private LineReader(HttpResponseMessage response, Stream body)
    {
        Response = response;
        _reader = new StreamReader(body);
    }

    public HttpResponseMessage Response { get; }

    public static async Task<LineReader> StartAsync(BoxHost host, string path, JsonNode? body)
    {
        using var request = Request(path, body, "application/x-ndjson");
        var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience, TimeProvider.System);
        return new LineReader(response, await response.Content.ReadAsStreamAsync());
    }

    public static async Task<List<JsonObject>> ReadAllAsync(BoxHost host, string path, JsonNode? body)
    {
        using var reader = await StartAsync(host, path, body);
        var lines = new List<JsonObject>();
        while (await reader.NextAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    public static HttpRequestMessage Request(string path, JsonNode? body, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/box/connections{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return request;
    }

    /// <returns>The next line; null at the end.</returns>
    public async Task<JsonObject?> NextAsync() =>
        await _reader.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line ? (JsonObject)JsonNode.Parse(line)! : null;

    public void Dispose()
    {
        _reader.Dispose();
        Response.Dispose();
    }
}
