using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Pulse.Simulation.Tests;

/// <summary>The simulator answers the recorded requests in the recorded shapes.</summary>
public sealed class RecordingTests : SimulatorTest
{
    [Fact]
    public async Task Every_recorded_exchange_has_the_recorded_status_and_shape()
    {
        var (simulator, client) = await StartAsync(RecordingReplay.Options with { TimeProvider = Clock });
        var replies = await new RecordingReplay(simulator, client).RunAsync();
        var recorded = RecordingReplay.Recordings.ToDictionary(recording => recording.Name, recording => recording.Response["body"]);
        var own = replies.ToDictionary(reply => reply.Key, reply => Parse(reply.Value));
        MergePages(recorded);
        MergePages(own);

        using var scope = new FluentAssertions.Execution.AssertionScope();
        foreach (var recording in RecordingReplay.Recordings)
        {
            var reply = replies[recording.Name];
            ((int)reply.Status).Should().Be((int)recording.Response["status"]!, recording.Name);
            (reply.Token is not null).Should().Be(recording.Response["headers"]!["vmware-api-session-id"] is not null, recording.Name);
            Shape.Of(own[recording.Name]).Should().Be(Shape.Of(recorded[recording.Name]), recording.Name);
        }
    }

    private static JsonNode? Parse(Reply reply)
    {
        if (reply.Text.Length == 0)
        {
            return null;
        }

        if (reply.ContentType == "text/xml")
        {
            XDocument.Parse(reply.Text).Root!.Name.LocalName.Should().Be("namespaces");
            return JsonValue.Create(reply.Text);
        }

        var json = reply.Json;
        if (json is JsonObject error && error.Remove("challenge"))
        {
            // Documented, but not in the recordings.
            error["error_type"].Should().NotBeNull();
        }

        return json;
    }

    // Which objects are on which page is up to the server: the pages are compared together.
    private static void MergePages(Dictionary<string, JsonNode?> bodies)
    {
        var pages = bodies.Where(body => body.Key.Contains("-page-", StringComparison.Ordinal)).OrderBy(body => body.Key, StringComparer.Ordinal).ToArray();
        var all = new JsonArray([.. pages.SelectMany(page => page.Value!["objects"]!.AsArray()).Select(content => content!.DeepClone())]);
        foreach (var (_, page) in pages)
        {
            page!["objects"] = all.DeepClone();
        }
    }
}
