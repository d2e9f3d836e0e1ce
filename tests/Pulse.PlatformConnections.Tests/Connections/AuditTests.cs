using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class AuditTests
{
    [Fact]
    public async Task What_was_done_to_a_connection_is_on_record_with_the_names_of_the_changed_fields()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        await host.UpdateAsync(id, new JsonObject { ["apiKey"] = "wrong-key", ["site"] = "roof" });
        await host.SeeStateAsync(id, "failing");
        await host.UpdateAsync(id, new JsonObject { ["enabled"] = false });
        await host.UpdateAsync(id, new JsonObject { ["enabled"] = true });
        using (await host.PostAsync($"/{id}/test", null))
        using (await host.PostAsync($"/{id}/test", new JsonObject { ["host"] = "dead.example", ["apiKey"] = "another" }))
        using (await host.PostAsync("/test", BoxHost.Draft("Draft", "draft.example")))
        using (await host.Client.DeleteAsync(new Uri($"api/box/connections/{id}", UriKind.Relative)))
        {
        }

        var page = (await host.Client.GetFromJsonAsync<JsonNode>("api/access/audit"))!;

        page["entries"]!.AsArray().Reverse().Select(entry => $"{entry!.Text("action")} {entry!.Text("outcome")} {entry!["fields"]!.ToJsonString()}").Should().Equal(
            "connection_created succeeded []",
            "connection_updated succeeded [\"site\",\"apiKey\"]",
            "connection_paused succeeded [\"enabled\"]",
            "connection_resumed succeeded [\"enabled\"]",
            "connection_tested held []",
            "overlay_tested failed [\"host\",\"apiKey\"]",
            "draft_tested succeeded []",
            "connection_deleted succeeded []");
        page["entries"]!.AsArray().Should().OnlyContain(entry => entry!.Text("actor") == "bootstrap token" && entry!["connectionName"] != null);
        page.ToJsonString().Should().Contain("https://dead.example:8443: auth_invalid").And.NotContain("wrong-key").And.NotContain("right-key");
    }
}
