using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_poll_is_measured_under_its_connection_id_and_names_nothing_else()
    {
        var measured = new ConcurrentQueue<(string Instrument, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Pulse.Polling")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        listener.Start();
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft(apiKey: "wrong"))).Text("id")!;
        await host.SeeStateAsync(id, "failing");

        var own = measured.Where(measurement => measurement.Tags.Contains(id, StringComparison.Ordinal)).ToList();
        own.Select(measurement => measurement.Instrument).Should().BeEquivalentTo("pulse.poll.duration", "pulse.poll.lag", "pulse.poll.outcome");
        own.Single(measurement => measurement.Instrument == "pulse.poll.outcome").Tags.Should().Contain("[pulse.outcome, auth_invalid]").And.Contain("[pulse.platform, box]");
        own.Should().OnlyContain(measurement => !measurement.Tags.Contains("box.example") && !measurement.Tags.Contains("Cellar"));
        await Eventually.UntilAsync(() => host.Boxes.OpenSessions == 0);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray());
}
