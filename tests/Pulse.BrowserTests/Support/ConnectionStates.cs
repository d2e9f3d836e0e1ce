using System.Text.Json.Nodes;

namespace Pulse.BrowserTests.Support;

/// <summary>A list with a connection in each state, made from a healthy one in an answer of Pulse.</summary>
public static class ConnectionStates
{
    public static JsonArray From(JsonNode healthy) =>
    [
        With(healthy, 1, "Lab vCenter", _ => { }),
        With(healthy, 2, "Refused", connection =>
        {
            connection["poll"]!["suspendedReason"] = "The login was refused twice with the same credentials. It is not tried again, so that the account is not locked.";
            Fail(connection, "suspended", "auth_invalid", "The vCenter at vcsa.lab.example:443 refused the user name or password.", "Enter the password again.");
        }),
        With(healthy, 3, "Unreadable secret", connection =>
        {
            connection["poll"]!["suspendedReason"] = "The stored secret cannot be read any more. Enter it again.";
            Fail(connection, "suspended", "secret_unreadable", "The stored secret cannot be read any more, because the key that encrypted it is gone.", "Enter it again.");
        }),
        With(healthy, 4, "Out of reach", connection =>
            Fail(connection, "failing", "unreachable", "No connection to vcsa.lab.example:443, or it was lost.", "Check host and port.")),
        With(healthy, 5, "Another certificate", connection =>
            Fail(connection, "failing", "tls_pin_mismatch", "The certificate of vcsa.lab.example:443 is not the pinned one.", "Compare the new thumbprint.")),
        With(healthy, 6, "Half read", connection =>
        {
            connection["poll"]!["state"] = "degraded";
            connection["insecureSkipVerify"] = true;
            connection["certificateThumbprint"] = null;
            connection["observed"]!["issues"] = new JsonArray(
                Issue("3 virtual machines cannot be read.", 5, "web-01", "web-02", "db-01"),
                Issue("The account lacks a privilege that the statistics need.", 1),
                Issue("Datastore 'nfs-01' is out of reach.", 1, "nfs-01"));
        }),
        With(healthy, 7, "Paused over plain HTTP", connection =>
        {
            connection["poll"]!["state"] = "paused";
            connection["poll"]!["nextAttemptAt"] = null;
            connection["enabled"] = false;
            connection["useHttps"] = false;
        }),
        With(healthy, 8, "A name that somebody gave without thinking of phones, and that goes on and on", connection =>
        {
            connection["poll"]!["state"] = "pending";
            connection["poll"]!["recent"] = new JsonArray();
            connection["host"] = "a-very-long-host-name.datacenter-frankfurt.infrastructure.lab.example";
            connection["observed"] = null;
        }),
    ];

    private static JsonNode With(JsonNode healthy, int number, string name, Action<JsonNode> change)
    {
        var connection = healthy.DeepClone();
        connection["id"] = $"00000000-0000-7000-8000-{number:D12}";
        connection["name"] = name;
        change(connection);
        return connection;
    }

    private static void Fail(JsonNode connection, string state, string category, string message, string remedy)
    {
        var poll = connection["poll"]!;
        poll["state"] = state;
        poll["consecutiveFailures"] = 3;
        poll["lastFailureAt"] = poll["lastAttemptAt"]!.DeepClone();
        poll["lastError"] = new JsonObject { ["category"] = category, ["message"] = message, ["remedy"] = remedy, ["step"] = "tls", ["detail"] = null };
        poll["recent"]!.AsArray().Add(new JsonObject { ["at"] = poll["lastAttemptAt"]!.DeepClone(), ["outcome"] = "failing", ["durationMs"] = 900 });
    }

    private static JsonObject Issue(string message, int count, params string[] names) => new()
    {
        ["category"] = "permission_denied",
        ["message"] = message,
        ["count"] = count,
        ["names"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
        ["step"] = null,
    };
}
