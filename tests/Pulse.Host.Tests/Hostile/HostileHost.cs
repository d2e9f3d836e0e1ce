using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Host.Tests.Reports;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Hostile;

/// <summary>The real host, a clock that a test moves, and one simulated vCenter that may turn hostile.</summary>
internal sealed class HostileHost : IAsyncDisposable
{
    private readonly HttpClient _client;
    private bool _isStopped;

    private HostileHost(VCenterSimulator vcenter, IReadOnlyDictionary<string, string>? settings)
    {
        VCenter = vcenter;
        Host = PulseHost.Start(services => services.AddSingleton<TimeProvider>(Clock), settings);
        _client = Host.CreateClient();
    }

    public VCenterSimulator VCenter { get; }

    public TestClock Clock { get; } = new();

    public PulseHost Host { get; }

    public static async Task<HostileHost> StartAsync(VCenterSimulatorOptions? options = null, IReadOnlyDictionary<string, string>? settings = null) =>
        new(await VCenterSimulator.StartAsync(options ?? new VCenterSimulatorOptions()), settings);

    /// <summary>Lets time pass before each answer of the vCenter, as if the vCenter were far away.</summary>
    public void AnswerAfter(TimeSpan latency) => VCenter.Faults.Add(
        _ =>
        {
            Clock.Advance(latency);
            return false;
        },
        FaultAction.Silence);

    public async Task<JsonObject> TestSavedAsync(string id)
    {
        using var response = await _client.PostAsync(new Uri($"api/vmware/connections/{id}/test", UriKind.Relative), null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Tests a draft, and lets time pass after Pulse requested the stalled operation.</summary>
    public async Task<JsonObject> TestAsync(string? stalledAt = null)
    {
        var testing = _client.PostAsJsonAsync("api/vmware/connections/test", ReportHost.Draft(VCenter));
        using var response = await (stalledAt is null ? testing : WhileTimePassesAsync(testing, stalledAt));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<string> CreateAsync(TimeSpan? interval = null, int? port = null)
    {
        var draft = ReportHost.Draft(VCenter);
        draft["pollIntervalSeconds"] = (int)(interval ?? TimeSpan.FromSeconds(60)).TotalSeconds;
        draft["port"] = port ?? VCenter.Port;
        using var response = await _client.PostAsJsonAsync("api/vmware/connections", draft);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!.Text("id")!;
    }

    public async Task<JsonNode> GetAsync(string id) =>
        (await _client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!.Single(connection => connection!.Text("id") == id)!;

    public Task<JsonNode> SeeAsync(string id, Func<JsonNode, bool> poll) =>
        Eventually.GetAsync(() => GetAsync(id), connection => poll(connection["poll"]!));

    /// <summary>Waits for an attempt that ends only because time passes.</summary>
    public Task<JsonNode> SeeAttemptAsync(string id, int attempts, string? stalledAt = null) =>
        WhileTimePassesAsync(SeeAsync(id, poll => poll["recent"]!.AsArray().Count >= attempts), stalledAt);

    /// <summary>
    /// Waits for an attempt whose time passes only with the answers of the vCenter: the clock is set to the planned moment of the
    /// attempt, and stands still otherwise, so that a busy machine costs the attempt no time.
    /// </summary>
    public async Task<JsonNode> SeePlannedAttemptAsync(string id, int attempts)
    {
        var connection = await GetAsync(id);
        for (var attempt = connection["poll"]!["recent"]!.AsArray().Count + 1; attempt <= attempts; attempt++)
        {
            if (connection["poll"]!["nextAttemptAt"]?.GetValue<DateTimeOffset>() is { } planned && planned > Clock.GetUtcNow())
            {
                Clock.Advance(planned - Clock.GetUtcNow());
            }

            connection = await SeeAsync(id, poll => poll["recent"]!.AsArray().Count >= attempt);
        }

        return connection;
    }

    public async Task RenameAsync(string id, string name)
    {
        using var response = await _client.PutAsJsonAsync($"api/vmware/connections/{id}", new JsonObject { ["name"] = name });
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    public async Task DeleteAsync(string id)
    {
        using var response = await _client.DeleteAsync(new Uri($"api/vmware/connections/{id}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    /// <summary>Stops the host like SIGTERM, while no more time passes than a stop may take.</summary>
    public async Task StopWithinAsync(TimeSpan limit)
    {
        var stopping = Host.DisposeAsync().AsTask();
        _isStopped = true;
        for (var passed = TimeSpan.Zero; passed < limit && !stopping.IsCompleted; passed += TimeSpan.FromMilliseconds(500))
        {
            await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await WhileTimePassesAsync(Host.DisposeAsync().AsTask().ContinueWith(_ => true, TaskScheduler.Default), stalledAt: null);
        }

        await VCenter.DisposeAsync();
    }

    /// <summary>Lets time pass until a task has ended. A clock that started at once could end work that only waits for a busy machine.</summary>
    private async Task<T> WhileTimePassesAsync<T>(Task<T> ending, string? stalledAt)
    {
        if (stalledAt is not null)
        {
            await Eventually.UntilAsync(() => ending.IsCompleted || CountOf(stalledAt) > 0);
        }

        return await Eventually.GetAsync(
            async () =>
            {
                if (!ending.IsCompleted)
                {
                    Clock.Advance(TimeSpan.FromSeconds(1));
                    await Task.WhenAny(ending, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
                }

                return ending;
            },
            ended => ended.IsCompleted) is { } done ? await done : throw new InvalidOperationException();
    }

    private int CountOf(string? operation) => operation is null ? 0 : VCenter.Requests.CountOf(operation);
}
