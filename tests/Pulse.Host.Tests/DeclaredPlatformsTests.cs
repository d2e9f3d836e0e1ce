using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>
/// The approved declarations of the platforms. A changed word changes the file, from which the tests of the UI draw their
/// pages. With PULSE_APPROVE_PLATFORMS=1 the test writes the file again; `npm run format` in src/Pulse.Web formats it. A platform
/// that is not in the file is not checked here: its own tests check its words.
/// </summary>
public sealed class DeclaredPlatformsTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Key(JsonNode? platform) => platform!["key"]!.GetValue<string>();

    [Fact]
    public async Task The_platforms_are_the_approved_ones()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();

        var served = (await client.GetFromJsonAsync<JsonArray>("api/platforms"))!;

        var file = Repository.PathOf("src", "Pulse.Web", "src", "testing", "platforms.json");
        if (Environment.GetEnvironmentVariable("PULSE_APPROVE_PLATFORMS") == "1")
        {
            await File.WriteAllTextAsync(file, served.ToJsonString(Indented) + "\n");
        }

        var approved = (JsonArray)JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        approved.Should().NotBeEmpty();
        var compared = new JsonArray([.. served.Where(platform => approved.Any(known => Key(known) == Key(platform))).Select(platform => platform!.DeepClone())]);
        compared.ToJsonString(Indented).Should().Be(approved.ToJsonString(Indented), "platforms.json is what was approved; read the change before approving it");
    }
}
