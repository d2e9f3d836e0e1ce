using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware;

namespace Pulse.Benchmarks;

/// <summary>
/// The first read of a vCenter that cuts updates to 100 objects and needs time for each answer. Compares the updates alone, as Pulse
/// reads, with the same objects in pages of RetrievePropertiesEx. The pages bring the counts earlier, but no version from
/// which Pulse could follow changes: Pulse must still read the updates.
/// </summary>
internal static class FirstRead
{
    private const int Machines = 5_000;
    private const int UpdatesEach = 100;
    private const int LatencyMs = 100;

    private static readonly TimeSpan PollLimit = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<string>> MeasureAsync()
    {
        await using var vcenter = await SimulatedVCenter.StartAsync(Machines, UpdatesEach, LatencyMs);
        var rows = new List<string> { await ByUpdatesAsync(vcenter, TimeSpan.FromMinutes(10)), await ByUpdatesAsync(vcenter, PollLimit) };
        foreach (var pageSize in new[] { 100, 1_000, 2_000 })
        {
            rows.Add(await ByPagesAsync(vcenter, pageSize));
        }

        return rows;
    }

    private static async Task<string> ByUpdatesAsync(SimulatedVCenter vcenter, TimeSpan limit)
    {
        await using var services = new ServiceCollection().AddLogging().AddMetrics().AddVMware().BuildServiceProvider();
        var target = VCenterReads.TargetOf(vcenter);
        using var meters = new MeterSums();
        await using var session = services.GetRequiredService<IPlatformProvider>().CreateSession(target);
        var (started, polls) = (Stopwatch.GetTimestamp(), 0);
        Attempt attempt;
        Observed observed;
        do
        {
            attempt = new Attempt(AttemptPurpose.Poll, target, new VCenterReads.OpenGate(), TimeProvider.System, limit);
            observed = await session.ReadAsync(attempt, CancellationToken.None);
            polls++;
        }
        while (attempt.Progress is not null);

        return $"| updates, {limit.TotalSeconds:0} s a poll | {observed.VmCount:N0} | {meters.Requests} | {polls} | {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} |";
    }

    private static async Task<string> ByPagesAsync(SimulatedVCenter vcenter, int pageSize)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, seen, _, _) =>
            seen?.GetCertHashString(HashAlgorithmName.SHA256) == vcenter.Thumbprint.Replace(":", "", StringComparison.Ordinal);
        using var client = new HttpClient(handler) { BaseAddress = new($"https://127.0.0.1:{vcenter.Port}/") };
        var started = Stopwatch.GetTimestamp();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SimulatedVCenter.UserName}:{SimulatedVCenter.Password}")));
        var token = await ReadAsync(await client.PostAsync(new Uri("api/session", UriKind.Relative), null));
        client.DefaultRequestHeaders.Authorization = null;
        client.DefaultRequestHeaders.Add("vmware-api-session-id", token.GetValue<string>());
        var view = await PostAsync(client, "ViewManager/ViewManager/CreateContainerView", """
            {"container":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"},"type":["HostSystem","VirtualMachine","Datastore"],"recursive":true}
            """);
        var page = await PostAsync(client, "PropertyCollector/propertyCollector/RetrievePropertiesEx", $$$"""
            {"specSet":[{"_typeName":"PropertyFilterSpec","propSet":[
              {"_typeName":"PropertySpec","type":"HostSystem","pathSet":["runtime.connectionState"]},
              {"_typeName":"PropertySpec","type":"VirtualMachine","pathSet":["config.template","runtime.connectionState"]},
              {"_typeName":"PropertySpec","type":"Datastore","pathSet":["summary.accessible"]}],
             "objectSet":[{"_typeName":"ObjectSpec","obj":{{{view.ToJsonString()}}},"skip":true,
              "selectSet":[{"_typeName":"TraversalSpec","name":"view","type":"ContainerView","path":"view","skip":false}]}]}],
             "options":{"_typeName":"RetrieveOptions","maxObjects":{{{pageSize}}}}}
            """);
        var (machines, requests) = (CountOf(page), 3);
        while (page["token"] is { } next)
        {
            var parameters = new JsonObject { ["token"] = next.DeepClone() };
            page = await PostAsync(client, "PropertyCollector/propertyCollector/ContinueRetrievePropertiesEx", parameters.ToJsonString());
            machines += CountOf(page);
            requests++;
        }

        return $"| pages of {pageSize:N0}, without a version | {machines:N0} | {requests} | 1 | {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} |";
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await ReadAsync(await client.PostAsync(new Uri($"sdk/vim25/8.0.3.0/{path}", UriKind.Relative), content));
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }

    private static int CountOf(JsonNode page) =>
        page["objects"]!.AsArray().Count(found => found!["obj"]!["type"]!.GetValue<string>() == "VirtualMachine");
}
