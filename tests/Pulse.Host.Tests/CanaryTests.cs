using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>
/// Sends one marked password through every route and many failures, and then searches everything that Pulse wrote:
/// answers, logs, the audit trail, the database and every other file.
/// </summary>
public sealed class CanaryTests
{
    private const string Canary = "c4n4ry-P4ssw0rd-\u00fc\"\\-b1rd";

    [Fact]
    public async Task A_password_is_found_nowhere_after_every_route_and_every_failure()
    {
        await using var vcenter = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions { UserName = "svc@vsphere.local", Password = Canary });
        await using var other = await VCenterSimulator.StartAsync(new VCenterSimulatorOptions { UserName = "svc@vsphere.local", Password = "another" });
        await using var host = PulseHost.Start(settings: new Dictionary<string, string> { ["Pulse:Tests:TimeoutSeconds"] = "3" });
        var session = new Session(host);

        await session.CallAsync(HttpMethod.Post, "/test", Draft("Untrusted", vcenter, pinned: false));
        await session.CallAsync(HttpMethod.Post, "/test", Draft("Good", vcenter), HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Post, "/test", Draft("Refused", other), HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Post, "/test", Draft("Held", other), HttpStatusCode.Conflict);
        await session.StreamAsync("/test", Draft("Good", vcenter));
        await session.StreamAsync("/test", Draft("Untrusted", vcenter, pinned: false));
        foreach (var fault in Faults())
        {
            using var rule = Apply(vcenter, fault);
            await session.CallAsync(HttpMethod.Post, "/test", Draft("Faulty", vcenter), HttpStatusCode.OK);
        }

        await session.CallAsync(HttpMethod.Post, "", Draft("Wrong", vcenter, "port", 0), HttpStatusCode.BadRequest);
        await session.CallAsync(HttpMethod.Post, "", Draft("Unknown member", vcenter, "pasword", Canary), HttpStatusCode.BadRequest);
        await session.CallAsync(HttpMethod.Post, "", Draft("In the host", vcenter, "host", $"https://svc:{Uri.EscapeDataString(Canary)}@vcsa.lab/"), HttpStatusCode.BadRequest);
        await session.SendAsync(HttpMethod.Post, "", new StringContent($"{{\"password\":\"{Canary}\", broken", Encoding.UTF8, "application/json"), HttpStatusCode.BadRequest);
        await session.SendAsync(HttpMethod.Post, "", new StringContent(Canary, Encoding.UTF8, "text/plain"), HttpStatusCode.UnsupportedMediaType);

        var id = (await session.CallAsync(HttpMethod.Post, "", Draft("Good", vcenter), HttpStatusCode.Created))["id"]!.GetValue<string>();
        var refused = (await session.CallAsync(HttpMethod.Post, "", Draft("Refused", other), HttpStatusCode.Created))["id"]!.GetValue<string>();
        await session.SeeAsync(id, "healthy");
        await session.SeeAsync(refused, "failing");
        await session.CallAsync(HttpMethod.Post, "", Draft("Good", vcenter), HttpStatusCode.Conflict);
        await session.CallAsync(HttpMethod.Post, $"/{id}/test", null, HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Post, $"/{id}/test", new JsonObject { ["password"] = Canary, ["port"] = 1 }, HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Put, $"/{id}", new JsonObject { ["password"] = Canary, ["name"] = "Renamed" }, HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Put, $"/{id}", new JsonObject { ["host"] = "localhost" }, HttpStatusCode.OK);
        await session.CallAsync(HttpMethod.Put, $"/{id}", new JsonObject { ["password"] = Canary, ["port"] = "x" }, HttpStatusCode.BadRequest);
        await session.SeeAsync(id, "healthy");
        await session.CallAsync(HttpMethod.Delete, $"/{refused}", null, HttpStatusCode.NoContent);
        await session.ReadAsync("api/access/audit?limit=200");
        await session.ReadAsync("openapi/v1.json");

        session.Answers.Should().HaveCountGreaterThan(30);
        session.Answers.Should().NotContain(answer => HoldsCanary(answer));
        host.Logs.Lines.Should().NotBeEmpty().And.NotContain(line => HoldsCanary(line));
        Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(file => HoldsCanary(ReadShared(file)))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_search_finds_what_it_looks_for()
    {
        HoldsCanary($"x {Canary} y").Should().BeTrue();
        HoldsCanary(JsonValue.Create(Canary).ToJsonString()).Should().BeTrue();
        HoldsCanary(Convert.ToBase64String(Encoding.UTF8.GetBytes($"svc:{Canary}"))).Should().BeTrue();
        HoldsCanary(Uri.EscapeDataString(Canary)).Should().BeTrue();
    }

    // Also as a part of Basic credentials, in JSON or in a URL: the plain core of the password stays readable in all of them
    // except Base64, where it depends on the text before it.
    private static bool HoldsCanary(string text) =>
        text.Contains("c4n4ry", StringComparison.OrdinalIgnoreCase)
        || text.Contains("b1rd", StringComparison.OrdinalIgnoreCase)
        || Enumerable.Range(0, 3).Any(offset => text.Contains(Base64Core(offset), StringComparison.Ordinal));

    private static string Base64Core(int offset) =>
        Convert.ToBase64String([.. new byte[offset], .. "c4n4ry-P4ssw0rd-"u8])[4..20];

    private static IEnumerable<(string Operation, FaultAction Action)> Faults()
    {
        yield return ("POST /api/session", FaultAction.ServiceUnavailable());
        yield return ("POST /api/session", FaultAction.ResetConnection);
        yield return ("POST /api/session", FaultAction.TruncatedJson);
        yield return ("POST /api/session", FaultAction.ProxyPageWith(502));
        yield return ("currentSession", FaultAction.ProxyPageWith(200));
        yield return ("CreateContainerView", FaultAction.TruncatedJson);
        yield return ("CreateContainerView", FaultAction.Silence);
    }

    private static RuleLease Apply(VCenterSimulator vcenter, (string Operation, FaultAction Action) fault)
    {
        vcenter.Faults.On(fault.Operation, fault.Action);
        return new RuleLease(vcenter);
    }

    private static JsonObject Draft(string name, VCenterSimulator vcenter, string? member = null, JsonNode? value = null, bool pinned = true)
    {
        var draft = new JsonObject { ["name"] = name, ["host"] = "127.0.0.1", ["port"] = vcenter.Port, ["username"] = "svc@vsphere.local", ["password"] = Canary };
        if (pinned)
        {
            draft["certificateThumbprint"] = vcenter.Thumbprint;
        }

        if (member is not null)
        {
            draft[member] = value;
        }

        return draft;
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private sealed class RuleLease(VCenterSimulator vcenter) : IDisposable
    {
        public void Dispose() => vcenter.Faults.ClearRules();
    }

    private sealed class Session(PulseHost host)
    {
        private readonly HttpClient _client = host.CreateClient();

        public List<string> Answers { get; } = [];

        public Task<JsonNode> CallAsync(HttpMethod method, string path, JsonNode? body, HttpStatusCode? expected = null) =>
            SendAsync(method, path, body is null ? null : JsonContent.Create(body), expected);

        public async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? body, HttpStatusCode? expected = null)
        {
            using var request = new HttpRequestMessage(method, $"api/vmware/connections{path}") { Content = body };
            using var response = await _client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Answers.Add($"{response.Headers} {text}");
            response.StatusCode.Should().Be(expected ?? response.StatusCode, text);
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }

        public async Task StreamAsync(string path, JsonNode body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/vmware/connections{path}") { Content = JsonContent.Create(body) };
            request.Headers.Add("Accept", "application/x-ndjson");
            using var response = await _client.SendAsync(request);
            var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Should().HaveCountGreaterThan(2);
            Answers.AddRange(lines);
        }

        public async Task ReadAsync(string path) => Answers.Add(await _client.GetStringAsync(new Uri(path, UriKind.Relative)));

        public Task SeeAsync(string id, string state) => Eventually.GetAsync(
            () => CallAsync(HttpMethod.Get, "", null, HttpStatusCode.OK),
            list => list.AsArray().Any(node => node!["id"]!.GetValue<string>() == id && node["poll"]!["state"]!.GetValue<string>() == state));
    }
}
