using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>The answer of a recorded exchange.</summary>
internal sealed record Recording(int Status, string? Body)
{
    public static Recording Load(string number)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), $"{number}-*.json").Single();
        var response = JsonNode.Parse(File.ReadAllText(file))!["response"]!;
        // The list of versions is XML, recorded as a string; the string that /api/session answers is JSON.
        var body = number == "01" ? response["body"]!.GetValue<string>() : response["body"]?.ToJsonString();
        return new(response["status"]!.GetValue<int>(), body);
    }

    public static JsonElement Json(string number)
    {
        using var document = JsonDocument.Parse(Load(number).Body!);
        return document.RootElement.Clone();
    }
}
