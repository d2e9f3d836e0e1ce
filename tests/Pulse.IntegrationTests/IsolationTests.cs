using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests;

/// <summary>One bad vCenter harms no other.</summary>
public sealed class IsolationTests : VCenterTest
{
    [Fact]
    public async Task A_vCenter_that_hangs_holds_up_no_other()
    {
        // The clock does not move, so the poll of the silent system does not end.
        StartPulse(new TestClock(TimeProvider.System.GetUtcNow()), "Polling:MaxConcurrent=4");
        await using var silent = RawServer.Silent();
        var hanging = (await Pulse.CreateAsync(Named("Hanging", PlainDraft(silent.Port)))).Id();

        var id = (await Pulse.CreateAsync(Named("Healthy", Draft()))).Id();
        await Pulse.SeeStateAsync(id, "healthy");
        await Pulse.UpdateAsync(id, new JsonObject { ["pollIntervalSeconds"] = 300 });
        await Pulse.SeeAsync(id, poll => poll["recent"]!.AsArray().Count == 2);
        (await Pulse.TestSavedAsync(id)).Flag("success").Should().BeTrue();

        (await Pulse.GetAsync(hanging)).Poll().Text("state").Should().Be("pending", "it is still being asked");
    }

    [Fact]
    public async Task Each_connection_shows_its_own_state()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        StartPulse(clock, "Polling:TimeoutSeconds=1");
        await using var silent = new VCenter();
        silent.Answer("GET", ".*", Response.Create().Over(TimeSpan.FromHours(1)));
        await CreateAndSeeAsync("healthy", Named("Healthy", Draft()));
        await CreateAndSeeAsync("failing", Named("Closed", PlainDraft(RawServer.ClosedPort())));
        await CreateAndSeeAsync("failing", Named("Unpinned", Unpinned()));

        var id = (await Pulse.CreateAsync(Named("Silent", PlainDraft(silent.HttpPort)))).Id();
        await silent.WasAskedAsync("GET vimServiceVersions.xml");
        clock.Advance(TimeSpan.FromSeconds(1));
        await Pulse.SeeStateAsync(id, "failing");

        (await Pulse.ListAsync()).Select(connection => (connection!.Text("name"), connection!.Poll()["lastError"]?.Text("category")))
            .Should().BeEquivalentTo([("Healthy", null), ("Silent", "timeout"), ("Closed", "unreachable"), ("Unpinned", "tls_name_mismatch")]);
    }

    private async Task CreateAndSeeAsync(string state, JsonObject draft) => await Pulse.SeeStateAsync((await Pulse.CreateAsync(draft)).Id(), state);

    private static JsonObject Named(string name, JsonObject draft)
    {
        draft["name"] = name;
        return draft;
    }

    private JsonObject Unpinned()
    {
        var draft = Draft();
        draft["host"] = "localhost";
        draft["certificateThumbprint"] = null;
        return draft;
    }
}
