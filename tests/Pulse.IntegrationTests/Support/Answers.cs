using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulse.IntegrationTests.Support;

/// <summary>Short ways to read an answer.</summary>
internal static class Answers
{
    public static string? Text(this JsonNode node, string member) => node[member]?.GetValue<string>();

    public static int Number(this JsonNode node, string member) => node[member]!.GetValue<int>();

    public static bool Flag(this JsonNode node, string member) => node[member]!.GetValue<bool>();

    public static string Id(this JsonNode connection) => connection.Text("id")!;

    public static JsonNode Poll(this JsonNode connection) => connection["poll"]!;

    /// <summary>The step of a test report with this name.</summary>
    public static JsonNode Step(this JsonNode report, string name) =>
        report["steps"]!.AsArray().Single(step => step!.Text("name") == name)!;

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>Checks the status of an answer, and returns its problem details.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).Should().Be(status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return await response.ReadAsync();
    }
}
