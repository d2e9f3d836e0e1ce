using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.PlatformConnections.Proving;

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its JSON; null if it has none.</param>
internal sealed record ApiAnswer(int Status, JsonNode? Body)
{
    /// <summary>A part of the body, as the type that it was written from.</summary>
    public T? Read<T>(string member) => Body?[member] is { } node ? node.Deserialize<T>(JsonSerializerOptions.Web) : default;

    /// <summary>The text of a problem document.</summary>
    public string Problem => $"HTTP {Status} {Body?["code"]}: {Body?["title"]} {Body?["detail"]}".TrimEnd();
}
