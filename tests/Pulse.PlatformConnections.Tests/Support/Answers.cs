using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulse.PlatformConnections.Tests.Support;

/// <summary>Helpers for reading an answer.</summary>
internal static class Answers
{
    public static string? Text(this JsonNode node, string member) => node[member]?.GetValue<string>();

    public static int Number(this JsonNode node, string member) => node[member]!.GetValue<int>();

    public static async Task<JsonObject> ReadAsync(this HttpResponseMessage response) =>
        (JsonObject)(await response.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>The problem details of an answer with the given status.</summary>
    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).Should().Be(status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return await response.ReadAsync();
    }
}
