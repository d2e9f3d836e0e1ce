using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Testing;

namespace Pulse.IntegrationTests.WireMock;

/// <summary>
/// The vCenter of one test: plays the scenarios of <c>Stubs</c>, and tells what it was asked. A later scenario goes before
/// an earlier one.
/// </summary>
public sealed class VCenter(WireMockServer server) : IDisposable
{
    public const string UserName = "svc-pulse@vsphere.local";

    /// <summary>Marked, so that it is found wherever it does not belong.</summary>
    public const string Password = "Canary-7f3a:pässword";

    public const string WrongPassword = "Canary-91c2:wröng";

    public const string Host = "127.0.0.1";

    private readonly HttpClient _admin = new() { BaseAddress = new Uri(server.Address, "__admin/") };

    public int Port => server.HttpsPort;

    public int HttpPort => server.HttpPort;

    public Uri Http => server.Address;

    public string Thumbprint => server.Thumbprint;

    public string Endpoint => $"{Host}:{Port}";

    /// <summary>Forgets everything before, and plays these scenarios.</summary>
    public async Task PlayAsync(params string[] scenarios)
    {
        await OkAsync(_admin.DeleteAsync(Relative("mappings")));
        await OkAsync(_admin.DeleteAsync(Relative("requests")));
        await OkAsync(_admin.PostAsync(Relative("scenarios/reset"), null));
        foreach (var scenario in scenarios)
        {
            await AddAsync(scenario);
        }
    }

    /// <summary>Plays a scenario before those that are played already.</summary>
    public async Task AddAsync(string scenario)
    {
        var mappings = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Stubs", $"{scenario}.json"));
        await ImportAsync(JsonNode.Parse(mappings)!);
    }

    /// <summary>Answers one kind of request otherwise than the scenarios do: with a delay, a fault, or another body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathPattern">A regular expression for the whole path.</param>
    /// <param name="response">What WireMock calls a response.</param>
    /// <param name="asking">What the body has to contain; null for any.</param>
    public Task AnswerAsync(string method, string pathPattern, JsonObject response, string? asking = null) => ImportAsync(new JsonObject
    {
        ["mappings"] = new JsonArray(new JsonObject
        {
            ["priority"] = 1,
            ["request"] = new JsonObject
            {
                ["method"] = method,
                ["urlPathPattern"] = pathPattern,
                ["bodyPatterns"] = asking is null ? new JsonArray() : new JsonArray(new JsonObject { ["contains"] = asking }),
            },
            ["response"] = response,
        }),
    });

    /// <summary>Waits until it was asked this, be its answer still under way.</summary>
    /// <param name="name">See <see cref="Exchange.Name"/>.</param>
    public Task WasAskedAsync(string name) =>
        Eventually.GetAsync(ExchangesAsync, exchanges => exchanges.Any(exchange => exchange.Name == name), name);

    /// <summary>What was asked so far, in order.</summary>
    public async Task<IReadOnlyList<Exchange>> ExchangesAsync()
    {
        var journal = await _admin.GetFromJsonAsync<JsonObject>(Relative("requests"));
        return [.. journal!["requests"]!.AsArray().Select(serveEvent => Exchange.Read(serveEvent!)).Reverse()];
    }

    public async Task<int> CountAsync(string name) => (await ExchangesAsync()).Count(exchange => exchange.Name == name);

    /// <summary>How many requests carried a password.</summary>
    public async Task<int> LoginsAsync() => (await ExchangesAsync()).Count(exchange => exchange.IsLogin);

    /// <summary>The tokens that were given and not handed back.</summary>
    public async Task<IReadOnlyList<string>> OpenSessionsAsync()
    {
        var exchanges = await ExchangesAsync();
        return
        [
            .. exchanges.Select(exchange => exchange.SessionGiven).OfType<string>()
                .Except(exchanges.Where(exchange => exchange.IsLogout).Select(exchange => exchange.SessionId).OfType<string>()),
        ];
    }

    /// <summary>
    /// Waits until all of the sessions are ended. WireMock writes a request into its journal after it has answered it, so
    /// that the journal may lag behind what Pulse has been told; the tests with the simulator prove the order.
    /// </summary>
    /// <param name="sessions">The sessions; null for every one that was given.</param>
    public Task<IReadOnlyList<string>> SessionsEndedAsync(IReadOnlyList<string>? sessions = null) =>
        Eventually.GetAsync(OpenSessionsAsync, open => !open.Intersect(sessions ?? open).Any());

    public void Dispose() => _admin.Dispose();

    private async Task ImportAsync(JsonNode mappings) => await OkAsync(_admin.PostAsJsonAsync(Relative("mappings/import"), mappings));

    private static async Task OkAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
