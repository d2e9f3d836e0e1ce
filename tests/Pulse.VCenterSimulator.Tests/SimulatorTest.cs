using System.Text.Json.Nodes;
using Pulse.Testing;

namespace Pulse.Simulation.Tests;

/// <summary>A simulator on a test clock, and a client with a session on it.</summary>
public abstract class SimulatorTest : IAsyncDisposable
{
    private protected const string Collector = "PropertyCollector";
    private protected const string CollectorId = "propertyCollector";

    private readonly List<IAsyncDisposable> _simulators = [];
    private readonly List<SimulatorClient> _clients = [];

    private protected TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    private protected VCenterSimulatorOptions Small => new() { TimeProvider = Clock };

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (var simulator in _simulators)
        {
            await simulator.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected async Task<(VCenterSimulator Simulator, SimulatorClient Client)> StartAsync(VCenterSimulatorOptions? options = null)
    {
        var simulator = await VCenterSimulator.StartAsync(options ?? Small);
        _simulators.Add(simulator);
        return (simulator, ClientOf(simulator));
    }

    private protected SimulatorClient ClientOf(VCenterSimulator simulator)
    {
        var client = new SimulatorClient(simulator);
        _clients.Add(client);
        return client;
    }

    private protected async Task<(VCenterSimulator Simulator, SimulatorClient Client)> LoggedInAsync(VCenterSimulatorOptions? options = null)
    {
        var (simulator, client) = await StartAsync(options);
        client.Token = (await client.LoginAsync()).Token;
        return (simulator, client);
    }

    private protected static async Task<JsonNode> ViewAsync(SimulatorClient client, params string[] types)
    {
        var reply = await client.CallAsync("ViewManager", "ViewManager", "CreateContainerView", new
        {
            container = new { _typeName = "ManagedObjectReference", type = "Folder", value = "group-d1" },
            type = types,
            recursive = true,
        });
        return reply.Json;
    }

    private protected static JsonObject Spec(JsonNode view, string type, params string[] paths) => new()
    {
        ["_typeName"] = "PropertyFilterSpec",
        ["propSet"] = new JsonArray(new JsonObject
        {
            ["_typeName"] = "PropertySpec",
            ["type"] = type,
            ["pathSet"] = new JsonArray([.. paths.Select(path => (JsonNode)path)]),
        }),
        ["objectSet"] = new JsonArray(new JsonObject
        {
            ["_typeName"] = "ObjectSpec",
            ["obj"] = view.DeepClone(),
            ["skip"] = true,
            ["selectSet"] = new JsonArray(new JsonObject { ["_typeName"] = "TraversalSpec", ["type"] = "ContainerView", ["path"] = "view" }),
        }),
    };

    private protected static Task<Reply> RetrieveAsync(SimulatorClient client, JsonObject spec, int? maxObjects = null)
    {
        var options = new JsonObject { ["_typeName"] = "RetrieveOptions" };
        if (maxObjects is not null)
        {
            options["maxObjects"] = maxObjects;
        }

        return client.CallAsync(Collector, CollectorId, "RetrievePropertiesEx", new JsonObject { ["specSet"] = new JsonArray(spec), ["options"] = options }.ToJsonString());
    }

    private protected static async Task<string> FilterAsync(SimulatorClient client, JsonObject spec, string collector = CollectorId)
    {
        var reply = await client.CallAsync(Collector, collector, "CreateFilter", new JsonObject { ["spec"] = spec, ["partialUpdates"] = true }.ToJsonString());
        return (string)reply.Json["value"]!;
    }

    private protected static Task<Reply> WaitAsync(SimulatorClient client, string version, int? maximum = null, int seconds = 0, string collector = CollectorId)
    {
        var options = new JsonObject { ["_typeName"] = "WaitOptions", ["maxWaitSeconds"] = seconds };
        if (maximum is not null)
        {
            options["maxObjectUpdates"] = maximum;
        }

        return client.CallAsync(Collector, collector, "WaitForUpdatesEx", new JsonObject { ["version"] = version, ["options"] = options }.ToJsonString());
    }

    /// <summary>The object updates of an UpdateSet, as "kind moId".</summary>
    private protected static string[] Updates(Reply reply) =>
        [.. reply.Json["filterSet"]!.AsArray().SelectMany(filter => filter!["objectSet"]!.AsArray()).Select(update => $"{update!["kind"]} {update["obj"]!["value"]}")];

    private protected static JsonNode FirstUpdate(Reply reply) => reply.Json["filterSet"]![0]!["objectSet"]![0]!;
}
