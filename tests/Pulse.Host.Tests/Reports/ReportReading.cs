using System.Text.Json.Nodes;

namespace Pulse.Host.Tests.Reports;

/// <summary>Helpers for reading a report.</summary>
internal static class ReportReading
{
    public static JsonNode Step(this JsonObject report, string name) =>
        report["steps"]!.AsArray().Single(step => step!["name"]!.GetValue<string>() == name)!;

    public static string? Text(this JsonNode node, string member) => node[member]?.GetValue<string>();

    public static bool Flag(this JsonNode node, string member) => node[member]!.GetValue<bool>();

    public static IEnumerable<string> Names(this JsonObject report) => report["steps"]!.AsArray().Select(step => step!.Text("name")!);
}
