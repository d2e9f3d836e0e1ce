using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests;

[Trait("Category", "Slow")]
public sealed class StartAndStopTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-process-").FullName;

    [Fact]
    public async Task After_a_kill_in_the_middle_of_a_hundred_creates_exactly_the_answered_connections_are_there()
    {
        var answered = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using (var pulse = await PulseProcess.StartAsync(_directory))
        {
            var enough = new TaskCompletionSource();
            var creates = Enumerable.Range(0, 100).Select(async i =>
            {
                using var response = await pulse.Client.PostAsJsonAsync("api/vmware/connections", Draft($"vCenter {i}", "127.0.0.1", 10_000 + i));
                response.StatusCode.Should().Be(HttpStatusCode.Created);
                answered.Add((await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>());
                if (answered.Count >= 20)
                {
                    enough.TrySetResult();
                }
            }).ToList();
            await enough.Task;
            await pulse.KillAsync();
            await Task.WhenAll(creates.Select(create => create.ContinueWith(_ => { }, TaskScheduler.Default)));
        }

        answered.Should().HaveCountLessThan(100, "the kill came in the middle");
        await using var restarted = await PulseProcess.StartAsync(_directory);
        var listed = (await restarted.Client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!;
        var ids = listed.Select(connection => connection!["id"]!.GetValue<string>()).ToList();
        ids.Should().Contain(answered);
        ids.Count.Should().BeLessThan(100);
        listed.Should().OnlyContain(connection => connection!["password"]!.GetValue<string>() == "********" && connection["poll"] != null);
    }

    [Fact]
    public async Task Health_survives_a_kill()
    {
        await using var vcenter = await StartVCenterAsync();
        string id;
        string poll;
        await using (var pulse = await PulseProcess.StartAsync(_directory))
        {
            id = await CreateAsync(pulse, vcenter);
            poll = (await SeeHealthyAsync(pulse, id))["poll"]!.ToJsonString();
            await pulse.KillAsync();
        }

        await using var restarted = await PulseProcess.StartAsync(_directory);

        var after = (await restarted.Client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!.Single()!;
        var next = after["poll"]!["nextAttemptAt"]!.GetValue<DateTimeOffset>();
        var lastAttempt = after["poll"]!["lastAttemptAt"]!.GetValue<DateTimeOffset>();
        (next - lastAttempt).Should().BePositive();
        after["poll"]!["nextAttemptAt"] = null;
        var before = JsonNode.Parse(poll)!;
        before["nextAttemptAt"] = null;
        after["poll"]!.ToJsonString().Should().Be(before.ToJsonString());
        after["observed"]!["vmCount"]!.GetValue<int>().Should().Be(12);
    }

    [Fact]
    public async Task A_stop_logs_out_of_every_vCenter()
    {
        await using var vcenter = await StartVCenterAsync();
        await using var pulse = await PulseProcess.StartAsync(_directory);
        await SeeHealthyAsync(pulse, await CreateAsync(pulse, vcenter));
        vcenter.Sessions.OpenCount.Should().Be(1);

        await pulse.StopAsync();

        vcenter.Sessions.OpenCount.Should().Be(0);
        pulse.ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("Pulse__Polling__MaxConcurrent", "0", "Pulse:Polling:MaxConcurrent is '0'. Allowed: 1 to 1024.")]
    [InlineData("Pulse__Polling__TimeoutSeconds", "601", "Pulse:Polling:TimeoutSeconds is '601'. Allowed: 1 to 600.")]
    [InlineData("Pulse__Tests__TimeoutSeconds", "-1", "Pulse:Tests:TimeoutSeconds is '-1'. Allowed: 1 to 600.")]
    [InlineData("Pulse__Polling__TimeoutSeconds", "soon", "Pulse:Polling:TimeoutSeconds")]
    [InlineData("Pulse__Database__Provider", "Oracle", "Pulse:Database:Provider is 'Oracle'. Allowed: Sqlite.")]
    [InlineData("Pulse__Connections__AllowedNetworks", "10.0.0.0/8,lab", "Pulse:Connections:AllowedNetworks is 'lab'. Allowed: an IP address, or a network")]
    [InlineData("Pulse__Connections__AllowedNetworks__0", "10.0.0.5/8", "Pulse:Connections:AllowedNetworks:0 is '10.0.0.5/8'. Allowed: ")]
    [InlineData("Pulse__Connections__Proxy", "http://user:s3cret@proxy.example", "Pulse:Connections:Proxy is '********@proxy.example'. Allowed: http://host:port")]
    [InlineData("Pulse__Http__KnownProxies", "proxy.example", "Pulse:Http:KnownProxies is 'proxy.example'. Allowed: an IP address, or a network")]
    [InlineData("Pulse__Http__PublicUrl", "monitoring.example/pulse", "Pulse:Http:PublicUrl is 'monitoring.example/pulse'. Allowed: an http or https URL")]
    [InlineData("Pulse__Access__BootstrapToken", "short", "Pulse:Access:BootstrapToken")]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "The configuration cannot be used: The value Loud is not a valid Serilog level")]
    public async Task A_wrong_setting_stops_the_start_with_a_message(string key, string value, string expected)
    {
        await using var pulse = await PulseProcess.FailToStartAsync(
            new Dictionary<string, string> { ["Pulse__DataDirectory"] = _directory, [key] = value });

        pulse.ExitCode.Should().Be(1);
        pulse.Output.Should().Contain("Pulse does not start").And.Contain(expected).And.NotContain("   at ");
    }

    [Fact]
    public async Task A_request_is_logged_at_debug_without_its_query()
    {
        await using var pulse = await PulseProcess.StartAsync(
            _directory, new Dictionary<string, string> { ["Serilog__MinimumLevel__Default"] = "Debug" });

        (await pulse.Client.GetAsync(new Uri("api/access/audit?action=hidden_in_the_query", UriKind.Relative))).EnsureSuccessStatusCode();
        await pulse.StopAsync();

        pulse.Output.Should().Contain("\"RequestPath\":\"/api/access/audit\"").And.Contain("\"StatusCode\":200");
        pulse.Output.Should().NotContain("hidden_in_the_query").And.NotContain(PulseHost.Token);
    }

    [Fact]
    public async Task A_proxy_in_the_environment_has_no_effect()
    {
        await using var vcenter = await StartVCenterAsync();
        await using var pulse = await PulseProcess.StartAsync(
            _directory,
            new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy" }.ToDictionary(name => name, _ => "http://127.0.0.1:1"));

        await SeeHealthyAsync(pulse, await CreateAsync(pulse, vcenter));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static Task<VCenterSimulator> StartVCenterAsync() =>
        VCenterSimulator.StartAsync(new VCenterSimulatorOptions { Hosts = 2, VirtualMachines = 12, UserName = "svc", Password = "pass" });

    private static async Task<string> CreateAsync(PulseProcess pulse, VCenterSimulator vcenter)
    {
        var draft = Draft("Simulated", "127.0.0.1", vcenter.Port);
        draft["certificateThumbprint"] = vcenter.Thumbprint;
        using var response = await pulse.Client.PostAsJsonAsync("api/vmware/connections", draft);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    private static async Task<JsonNode> SeeHealthyAsync(PulseProcess pulse, string id) => await Eventually.GetAsync(
        async () => (await pulse.Client.GetFromJsonAsync<JsonArray>("api/vmware/connections"))!.Single(node => node!["id"]!.GetValue<string>() == id)!,
        connection => connection["poll"]!["state"]!.GetValue<string>() == "healthy");

    private static JsonObject Draft(string name, string host, int port) =>
        new() { ["name"] = name, ["host"] = host, ["port"] = port, ["username"] = "svc", ["password"] = "pass" };
}
