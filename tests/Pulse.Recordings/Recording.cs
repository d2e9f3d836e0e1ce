using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.Recordings;

/// <summary>A recorded exchange with a vCenter.</summary>
public sealed record Recording(string Name, JsonNode Request, JsonNode Response)
{
    private const string VersionsAreXml = "01-";

    private static readonly Assembly Home = typeof(Recording).Assembly;

    /// <summary>Every recording, by name.</summary>
    public static IReadOnlyList<Recording> All { get; } = [.. Home.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(Load)];

    public int Status => (int)Response["status"]!;

    /// <summary>The body of the answer as it was sent: XML for the list of versions, which is recorded as a string, else JSON.</summary>
    public string? Body => Name.StartsWith(VersionsAreXml, StringComparison.Ordinal) ? (string?)Response["body"] : Response["body"]?.ToJsonString();

    public JsonElement Json => JsonSerializer.SerializeToElement(Response["body"]);

    /// <summary>The recording with a number, for example 27.</summary>
    public static Recording Of(string number) => All.Single(recording => recording.Name.StartsWith($"{number}-", StringComparison.Ordinal));

    private static Recording Load(string name)
    {
        using var file = Home.GetManifestResourceStream(name)!;
        var json = JsonNode.Parse(file)!;
        return new(name, json["request"]!, json["response"]!);
    }
}
