using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_poll_is_measured_under_its_connection_id_and_names_nothing_else()
    {
        await using var host = BoxHost.Start();
        using var meters = new MeterCapture(host.Host.Services.GetRequiredService<IMeterFactory>(), "Pulse.Polling");
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        var own = meters.All.Where(measurement => measurement.Tags.Values.Any(value => $"{value}" == id)).ToList();
        own.Select(measurement => measurement.Instrument).Should().BeEquivalentTo("pulse.poll.duration", "pulse.poll.lag", "pulse.poll.outcome");
        own.Single(measurement => measurement.Instrument == "pulse.poll.outcome").Tags.Should()
            .Contain("pulse.outcome", "auth_invalid").And.Contain("pulse.platform", "box");
        own.SelectMany(measurement => measurement.Tags.Values).Should()
            .NotContain(value => $"{value}".Contains("box.example")).And.NotContain(value => $"{value}".Contains("Cellar"));
        await Eventually.UntilAsync(() => host.Boxes.OpenSessions == 0);
    }
}
