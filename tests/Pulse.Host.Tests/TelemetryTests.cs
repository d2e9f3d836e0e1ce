using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The telemetry as a collector receives it.</summary>
[Trait("Category", "Slow")]
public sealed class TelemetryTests : IAsyncLifetime
{
    // The test calls Pulse by its address, so that the name belongs to the system alone.
    private const string HostOfSystem = "localhost";

    private readonly Dictionary<string, StringBuilder> _received = new(StringComparer.Ordinal);
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-otlp-").FullName;
    private WebApplication _collector = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.Run(ReceiveAsync);
        await _collector.StartAsync();
    }

    [Fact]
    public async Task Metrics_go_to_the_configured_collector()
    {
        await using var pulse = await PulseProcess.StartAsync(
            _directory, new Dictionary<string, string> { ["Pulse__Telemetry__OtlpEndpoint"] = _collector.Urls.Single() });
        await pulse.StopAsync();

        Received("/v1/metrics").Should().NotBeEmpty(pulse.Output);
    }

    [Fact]
    public async Task Polls_requests_and_the_runtime_are_measured_and_no_system_is_named()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new());
        await using var pulse = await PulseProcess.StartAsync(
            _directory, new Dictionary<string, string> { ["Pulse__Telemetry__OtlpEndpoint"] = _collector.Urls.Single() });
        await PollAsync(pulse.Client, vcenter);
        await pulse.StopAsync();

        Received("/v1/metrics").Should().ContainAll(
            "pulse.poll.duration", "pulse.vcenter.requests", "http.server.request.duration", "http.client.request.duration", "dotnet.gc.collections",
            "pulse.platform", "pulse.connection.id", "pulse.operation", "pulse.outcome");
        Received("/v1/traces").Should().ContainAll("poll", "http.request.method");
        foreach (var all in new[] { Received("/v1/metrics"), Received("/v1/traces") })
        {
            all.Should().NotContain(HostOfSystem).And.NotContain(vcenter.Options.UserName);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static async Task PollAsync(HttpClient client, VCenterSimulator vcenter)
    {
        using var created = await client.PostAsJsonAsync("api/vmware/connections", new
        {
            name = "Lab",
            host = HostOfSystem,
            port = vcenter.Port,
            username = vcenter.Options.UserName,
            password = vcenter.Options.Password,
            certificateThumbprint = vcenter.Thumbprint,
        });
        created.EnsureSuccessStatusCode();
        await Eventually.GetAsync(
            async () => (await client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))![0]!["poll"]!["state"]!.GetValue<string>(),
            state => state == "healthy",
            "healthy");
    }

    // The texts are unchanged in the protocol buffers.
    private async Task ReceiveAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync();
        lock (_received)
        {
            if (!_received.TryGetValue(http.Request.Path!, out var all))
            {
                _received[http.Request.Path!] = all = new();
            }

            all.Append(body);
        }
    }

    private string Received(string path)
    {
        lock (_received)
        {
            return _received.TryGetValue(path, out var all) ? all.ToString() : "";
        }
    }
}
