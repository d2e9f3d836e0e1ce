using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class PollingTests
{
    [Fact]
    public async Task A_new_connection_is_polled_at_once_and_then_at_its_interval()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;

        var first = await host.SeeStateAsync(id, "healthy");
        first["observed"]!["topology"]!.Number("shelves").Should().Be(3);
        first["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>().Should().Be(host.Clock.GetUtcNow().AddSeconds(60));

        host.Boxes.At("box.example").Shelves = 4;
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
        (await host.GetAsync(id))["observed"]!["topology"]!.Number("shelves").Should().Be(4);
        host.Boxes.OpenSessions.Should().Be(1, "the session is held across polls");
    }
}
