using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

internal sealed record Recording(string Name, JsonNode Request, JsonNode Response)
{
    public static IReadOnlyList<Recording> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), "*.json").Order(StringComparer.Ordinal).Select(Load)];

    private static Recording Load(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        return new(Path.GetFileNameWithoutExtension(file), json["request"]!, json["response"]!);
    }
}
