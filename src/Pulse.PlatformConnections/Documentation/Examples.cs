using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>Example answers for the OpenAPI document.</summary>
internal static class Examples
{
    private const string Time = "2026-11-23T09:30:41Z";

    public static JsonObject Poll() => new()
    {
        ["state"] = "healthy",
        ["suspendedReason"] = null,
        ["intervalSeconds"] = 60,
        ["lastAttemptAt"] = Time,
        ["lastSuccessAt"] = Time,
        ["lastFailureAt"] = null,
        ["nextAttemptAt"] = "2026-11-23T09:31:41Z",
        ["consecutiveFailures"] = 0,
        ["lastDurationMs"] = 41,
        ["lastError"] = null,
        ["recent"] = new JsonArray(new JsonObject { ["at"] = Time, ["outcome"] = "healthy", ["durationMs"] = 41 }),
    };

    public static JsonObject Observed(PlatformDescriptor platform) => new()
    {
        ["systemName"] = "system.lab.example",
        ["systemId"] = "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11",
        ["product"] = platform.DisplayName,
        ["version"] = "8.0.3",
        ["build"] = "24022515",
        ["agentCount"] = 12,
        ["vmCount"] = 240,
        ["storageCount"] = 9,
        ["collectedAt"] = Time,
        ["complete"] = true,
        ["issues"] = new JsonArray(),
        ["topology"] = new JsonObject(platform.Topology.Keys.Select(name => KeyValuePair.Create(name, (JsonNode?)4))),
        ["details"] = new JsonObject(),
    };

    public static JsonObject Proof(PlatformDescriptor platform) => new()
    {
        ["release"] = platform.ReleaseProofs is [var first, ..] ? first.Release : null,
        ["level"] = "simulated",
        ["provenOn"] = null,
        ["page"] = $"/api/{platform.Key}/proof",
    };

    public static JsonObject Report(PlatformDescriptor platform) => new()
    {
        ["success"] = true,
        ["degraded"] = false,
        ["durationMs"] = 512,
        ["observed"] = Observed(platform),
        ["failure"] = null,
        ["certificate"] = new JsonObject
        {
            ["subject"] = "CN=system.lab.example",
            ["issuer"] = "CN=CA, DC=lab, DC=example",
            ["sha256"] = string.Join(':', Enumerable.Repeat("AB", 32)),
            ["notBefore"] = "2026-01-01T00:00:00Z",
            ["notAfter"] = "2028-01-01T00:00:00Z",
            ["trust"] = "pinned",
            ["names"] = new JsonArray("system.lab.example"),
        },
        ["steps"] = new JsonArray(Step()),
    };

    public static JsonObject Progress() => new() { ["step"] = Step() };

    private static JsonObject Step() => new()
    {
        ["name"] = "tls",
        ["outcome"] = "passed",
        ["durationMs"] = 9,
        ["summary"] = "TLS 1.3, certificate trusted by its pin",
        ["category"] = null,
        ["remedy"] = null,
    };
}
