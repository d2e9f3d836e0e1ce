using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class TelemetryTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-otlp-").FullName;

    [Fact]
    public async Task Metrics_go_to_the_configured_collector()
    {
        var received = new ConcurrentBag<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(http =>
        {
            received.Add(http.Request.Path);
            return Task.CompletedTask;
        });
        await collector.StartAsync();

        await using var pulse = await PulseProcess.StartAsync(
            _directory, new Dictionary<string, string> { ["Pulse__Telemetry__OtlpEndpoint"] = collector.Urls.Single() });
        await pulse.StopAsync();

        received.Should().Contain("/v1/metrics", pulse.Output);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
