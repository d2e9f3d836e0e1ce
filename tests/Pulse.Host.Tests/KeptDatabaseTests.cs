using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Host.Tests.Reports;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>
/// Pulse reads the databases of earlier versions. Each file under <c>Kept/</c> has the statements that create the database of an
/// earlier version, with a connection in every state. No file is ever changed; a change of the stored data adds a file.
/// </summary>
public sealed class KeptDatabaseTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-kept-").FullName;
    private PulseHost _host = null!;
    private Dictionary<string, JsonObject> _connections = null!;

    public async ValueTask InitializeAsync()
    {
        await RestoreAsync("20261130.sql");

        // The clock stands still, so that no poll changes the stored data.
        _host = PulseHost.Start(services => services.AddSingleton<TimeProvider>(new TestClock()), dataDirectory: _directory);
        var listed = await _host.CreateClient().GetFromJsonAsync<JsonArray>("api/vmware/connections");
        _connections = listed!.Select(connection => connection!.AsObject()).ToDictionary(connection => connection.Text("name")!, StringComparer.Ordinal);
    }

    private async Task RestoreAsync(string kept)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_directory, "pulse.db")};Pooling=False");
        await database.OpenAsync();
        await using var statements = database.CreateCommand();
        statements.CommandText = await File.ReadAllTextAsync(Repository.PathOf("tests", "Pulse.Host.Tests", "Kept", kept));
        await statements.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData("healthy", "healthy")]
    [InlineData("degraded", "degraded")]
    [InlineData("failing", "failing")]
    [InlineData("suspended", "suspended")]
    [InlineData("paused", "paused")]
    [InlineData("pending", "pending")]
    [InlineData("unreadable", "pending")]
    public void Every_connection_is_in_the_state_that_was_stored(string name, string state) =>
        _connections[name]["poll"]!.Text("state").Should().Be(state);

    [Fact]
    public void All_that_was_observed_is_still_known() => Shown(_connections["degraded"]["observed"]).Should().Be(Json(
        """
        {
          "systemName": "vcsa.lab.example", "systemId": "4f1c0a52-6d1e-4a7e-9a56-0c5f0b5a3a11", "formerSystemId": null,
          "product": "VMware vCenter Server", "version": "8.0.3", "build": "24022515",
          "agentCount": 12, "vmCount": 240, "storageCount": 9,
          "collectedAt": "2026-11-30T08:00:00.000Z", "complete": false,
          "issues": [{ "category": "permission_denied", "message": "The events could not be read.", "count": 1, "names": ["DR"], "step": "events" }],
          "topology": { "datacenters": 1, "clusters": 2 },
          "details": { "apiRelease": "8.0.3.0", "sessionSharing": "shared", "templateCount": 4 }
        }
        """));

    [Fact]
    public void What_failed_and_the_last_attempts_are_still_known()
    {
        Shown(_connections["failing"]["poll"]!["lastError"]).Should().Be(Json(
            """
            { "category": "unreachable", "message": "No connection to the system.", "remedy": "Check host and port.", "step": "connect", "detail": null }
            """));
        Shown(_connections["failing"]["poll"]!["recent"]).Should().Be(Json(
            """
            [
              { "at": "2026-11-30T07:59:00.000Z", "outcome": "failing", "durationMs": 30000 },
              { "at": "2026-11-30T08:00:00.000Z", "outcome": "healthy", "durationMs": 41 }
            ]
            """));
        _connections["suspended"]["poll"]!.Text("suspendedReason").Should().StartWith("The login was refused twice");
        _connections["paused"].Text("password").Should().Be("********");
    }

    [Fact]
    public void A_missing_member_is_empty_and_an_unknown_word_is_unknown()
    {
        var connection = _connections["unreadable"];

        connection["poll"]!["lastError"]!.Text("category").Should().Be("unknown");
        connection["poll"]!["recent"]!.AsArray().Should().BeEmpty();
        connection["observed"]!["vmCount"]!.GetValue<int>().Should().Be(3);
        connection["observed"]!.AsObject().Should().NotContainKey("agentCount");
        connection["observed"]!["issues"]!.AsArray().Should().ContainSingle().Which!.Text("category").Should().Be("unknown");
    }

    [Fact]
    public async Task A_connection_of_that_version_can_be_edited()
    {
        using var client = _host.CreateClient();

        using var answer = await client.PutAsJsonAsync(
            $"api/vmware/connections/{_connections["unreadable"].Text("id")}", new JsonObject { ["password"] = "entered again", ["enabled"] = false });

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string Shown(JsonNode? node) => node!.ToJsonString();

    private static string Json(string json) => Shown(JsonNode.Parse(json));
}
