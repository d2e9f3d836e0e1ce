using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.IntegrationTests.Support;

/// <summary>The real host, with a method for each action of an administrator. Its data directory survives a restart. Keeps all answers of the host.</summary>
public sealed class PulseUnderTest : IAsyncDisposable
{
    private const string Connections = "api/vmware/connections";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pulse-integration-");
    private readonly TimeProvider? _clock;
    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly ConcurrentQueue<string> _answers = new();
    private readonly List<string> _logs = [];
    private PulseHost? _host;
    private HttpClient _client;

    private PulseUnderTest(IReadOnlyDictionary<string, string>? settings, TimeProvider? clock)
    {
        (_settings, _clock) = (settings, clock);
        (_host, _client) = Start();
    }

    /// <summary>All answers and log lines of the host so far.</summary>
    public IEnumerable<string> Said => [.. _answers, .. _logs, .. _host?.Logs.Lines ?? []];

    public IReadOnlyCollection<string> Logs => _host!.Logs.Lines;

    public DirectoryInfo DataDirectory => _directory;

    public static PulseUnderTest Start(IReadOnlyDictionary<string, string>? settings, TimeProvider? clock) => new(settings, clock);

    /// <summary>Stops the host like a SIGTERM.</summary>
    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            _client.Dispose();
            await host.DisposeAsync();
            _logs.AddRange(host.Logs.Lines);
        }
    }

    public async Task RestartAsync(Action? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        (_host, _client) = Start();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, Connections + path) { Content = body is null ? null : JsonContent.Create(body) };
        var response = await _client.SendAsync(request);
        _answers.Enqueue(await response.Content.ReadAsStringAsync());
        return response;
    }

    /// <summary>Tests a draft, and returns the report.</summary>
    public Task<JsonNode> TestAsync(JsonObject draft) => AskAsync(HttpMethod.Post, "/test", draft, HttpStatusCode.OK);

    /// <summary>Tests a saved connection, with changed settings or as it is.</summary>
    public Task<JsonNode> TestSavedAsync(string id, JsonObject? overlay = null) =>
        AskAsync(HttpMethod.Post, $"/{id}/test", overlay, HttpStatusCode.OK);

    public Task<JsonNode> CreateAsync(JsonObject draft) => AskAsync(HttpMethod.Post, "", draft, HttpStatusCode.Created);

    public Task<JsonNode> UpdateAsync(string id, JsonNode changes) => AskAsync(HttpMethod.Put, $"/{id}", changes, HttpStatusCode.OK);

    public async Task DeleteAsync(string id)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/{id}");
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    public async Task DeleteAllAsync()
    {
        foreach (var connection in await ListAsync())
        {
            await DeleteAsync(connection!.Id());
        }
    }

    public async Task<JsonArray> ListAsync() => (await AskAsync(HttpMethod.Get, "", null, HttpStatusCode.OK)).AsArray();

    public async Task<JsonNode> GetAsync(string id) => (await ListAsync()).Single(connection => connection!.Id() == id)!;

    /// <summary>Waits until the list shows the expected poll health of the connection.</summary>
    public Task<JsonNode> SeeAsync(string id, Func<JsonNode, bool> poll) =>
        Eventually.GetAsync(() => GetAsync(id), connection => poll(connection.Poll()), "the poll health that the test expects");

    public Task<JsonNode> SeeStateAsync(string id, string state) => SeeAsync(id, poll => poll.Text("state") == state);

    /// <summary>Creates a connection and waits for the end of its first poll.</summary>
    public async Task<JsonNode> CreatePolledAsync(JsonObject draft)
    {
        var id = (await CreateAsync(draft)).Id();
        return await SeeAsync(id, poll => poll["lastAttemptAt"] is not null);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _directory.Delete(recursive: true);
    }

    private async Task<JsonNode> AskAsync(HttpMethod method, string path, JsonNode? body, HttpStatusCode expected)
    {
        using var response = await SendAsync(method, path, body);
        var errors = _host!.Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal));
        response.StatusCode.Should().Be(
            expected, $"the answer was {await response.Content.ReadAsStringAsync()}, and the log says {string.Join('\n', errors)}");
        return await response.ReadAsync();
    }

    private (PulseHost Host, HttpClient Client) Start()
    {
        var host = PulseHost.Start(
            services =>
            {
                if (_clock is not null)
                {
                    services.AddSingleton(_clock);
                }
            },
            _settings,
            _directory.FullName);
        return (host, host.CreateClient());
    }
}
