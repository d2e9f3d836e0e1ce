using System.Text.Json.Nodes;
using Pulse.IntegrationTests.Support;
using Pulse.Testing;

namespace Pulse.IntegrationTests;

/// <summary>One bad vCenter harms no other.</summary>
public sealed class IsolationTests : VCenterTest
{
    [Fact]
    public async Task A_vCenter_that_hangs_holds_up_no_other()
    {
        StartPulse(null, "Polling:MaxConcurrent=4");
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
        await using var silent = RawServer.Silent();
        StartPulse(null, "Polling:TimeoutSeconds=1");
        var drafts = new[]
        {
            (State: "healthy", Draft: Named("Healthy", Draft())),
            (State: "failing", Draft: Named("Silent", PlainDraft(silent.Port))),
            (State: "failing", Draft: Named("Closed", PlainDraft(RawServer.ClosedPort()))),
            (State: "failing", Draft: Named("Unpinned", Unpinned())),
        };

        foreach (var (state, draft) in drafts)
        {
            await Pulse.SeeStateAsync((await Pulse.CreateAsync(draft)).Id(), state);
        }

        (await Pulse.ListAsync()).Select(connection => (connection!.Text("name"), connection!.Poll()["lastError"]?.Text("category")))
            .Should().BeEquivalentTo([("Healthy", null), ("Silent", "timeout"), ("Closed", "unreachable"), ("Unpinned", "tls_name_mismatch")]);
    }

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
