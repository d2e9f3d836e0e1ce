using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>The answer of a recorded exchange.</summary>
internal sealed record Recording(int Status, string? Body)
{
    /// <summary>No recording: a collector of the session's own, as a vCenter answers its creation.</summary>
    public const string PrivateCollector =
        """{"_typeName":"ManagedObjectReference","type":"PropertyCollector","value":"session[0a7b153c]collector"}""";

    public static Recording Load(string number)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), $"{number}-*.json").Single();
        var response = JsonNode.Parse(File.ReadAllText(file))!["response"]!;
        // The list of versions is XML, recorded as a string; the string that /api/session answers is JSON.
        var body = number == "01" ? response["body"]!.GetValue<string>() : response["body"]?.ToJsonString();
        return new(response["status"]!.GetValue<int>(), body);
    }

    /// <summary>Gives the recorded answer.</summary>
    public static FaultAction Answer(string number)
    {
        var (status, body) = Load(number);
        return number == "01" ? FaultAction.Respond(status, "text/xml; charset=utf-8", body!) : FaultAction.Respond(status, body ?? "");
    }

    public static JsonElement Json(string number)
    {
        using var document = JsonDocument.Parse(Load(number).Body!);
        return document.RootElement.Clone();
    }
}
