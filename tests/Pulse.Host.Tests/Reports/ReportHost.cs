using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>One host for the tests of reports: drafts leave no data, so that the tests do not affect each other.</summary>
public sealed class ReportHost : IAsyncLifetime
{
    private PulseHost _host = null!;
    private HttpClient _client = null!;

    public ValueTask InitializeAsync()
    {
        _host = PulseHost.Start();
        _client = _host.CreateClient();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Settings that connect to a simulator, with its certificate pinned.</summary>
    public static JsonObject Draft(VCenterSimulator vcenter, string name = "Draft") => new()
    {
        ["name"] = name,
        ["host"] = "127.0.0.1",
        ["port"] = vcenter.Port,
        ["certificateThumbprint"] = vcenter.Thumbprint,
        ["username"] = vcenter.Options.UserName,
        ["password"] = vcenter.Options.Password,
    };

    public Task<JsonObject> TestAsync(VCenterSimulator vcenter) => TestAsync(Draft(vcenter));

    public Task<JsonObject> TestAsync(JsonObject draft, string query = "") => PostAsync($"/test{query}", draft, HttpStatusCode.OK);

    public async Task<JsonObject> PostAsync(string path, JsonObject? body, HttpStatusCode expected)
    {
        using var response = await _client.PostAsync(
            new Uri($"api/vmware/connections{path}", UriKind.Relative), body is null ? null : JsonContent.Create(body));
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public async Task<JsonObject> GetAsync(string id) =>
        (await _client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!
            .Select(connection => connection!.AsObject()).Single(connection => connection["id"]!.GetValue<string>() == id);

    /// <summary>Changes only the name, which polls the connection at once.</summary>
    public Task RenameAsync(string id, string name) => ChangeAsync(id, new JsonObject { ["name"] = name });

    public async Task ChangeAsync(string id, JsonObject changes)
    {
        using var response = await _client.PutAsJsonAsync($"api/vmware/connections/{id}", changes);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(string id)
    {
        using var response = await _client.DeleteAsync(new Uri($"api/vmware/connections/{id}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }
}
