using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>The real host with the made-up platform and simple boxes, a clock that a test moves, and methods for the actions of an administrator.</summary>
internal sealed class BoxHost : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly string _directory;
    private PulseHost _host;

    private BoxHost(IReadOnlyDictionary<string, string>? settings)
    {
        _settings = settings;
        _directory = Directory.CreateTempSubdirectory("pulse-box-").FullName;
        _host = StartHost();
        Client = _host.CreateClient();
    }

    public Boxes Boxes { get; } = new();

    public TestClock Clock { get; } = new();

    public HttpClient Client { get; private set; }

    public PulseHost Host => _host;

    public string DataDirectory => _directory;

    public static BoxHost Start(IReadOnlyDictionary<string, string>? settings = null) => new(settings);

    public async Task RestartAsync(Action? meanwhile = null)
    {
        await _host.DisposeAsync();
        meanwhile?.Invoke();
        _host = StartHost();
        Client = _host.CreateClient();
    }

    public static JsonObject Draft(string name = "Cellar", string host = "box.example", string apiKey = "right-key") =>
        new() { ["name"] = name, ["host"] = host, ["apiKey"] = apiKey };

    public async Task<JsonObject> CreateAsync(JsonObject draft)
    {
        using var response = await PostAsync("", draft);
        response.StatusCode.Should().Be(HttpStatusCode.Created, await ExplainAsync(response));
        return await response.ReadAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body) =>
        Client.PostAsync(new Uri($"api/box/connections{path}", UriKind.Relative), body is null ? null : JsonContent.Create(body));

    public async Task<HttpResponseMessage> PutAsync(string id, JsonNode body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/box/connections/{id}") { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Client.SendAsync(request);
    }

    public async Task<JsonObject> UpdateAsync(string id, JsonNode body)
    {
        using var response = await PutAsync(id, body);
        response.StatusCode.Should().Be(HttpStatusCode.OK, await ExplainAsync(response));
        return await response.ReadAsync();
    }

    public async Task<JsonArray> ListAsync() => (JsonArray)(await Client.GetFromJsonAsync<JsonNode>("api/box/connections"))!;

    public async Task<JsonObject> GetAsync(string id) =>
        (await ListAsync()).Select(node => (JsonObject)node!).Single(connection => connection.Text("id") == id);

    /// <summary>Waits until the list shows the connection as the test expects it.</summary>
    public Task<JsonObject> SeeAsync(string id, Func<JsonNode, bool> poll) =>
        Eventually.GetAsync(() => GetAsync(id), connection => poll(connection["poll"]!), "the poll health that the test expects");

    public Task<JsonObject> SeeStateAsync(string id, string state) => SeeAsync(id, poll => poll.Text("state") == state);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<string> ExplainAsync(HttpResponseMessage response)
    {
        var errors = _host.Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal));
        return $"the answer was {await response.Content.ReadAsStringAsync()}, and the log says {string.Join('\n', errors)}";
    }

    private PulseHost StartHost() => PulseHost.Start(
        services =>
        {
            services.AddSingleton(Boxes);
            services.AddPlatform<FakeBoxProvider>();
            services.AddSingleton<TimeProvider>(Clock);
        },
        _settings,
        _directory);
}
