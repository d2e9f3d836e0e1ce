using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>A stored secret is bound to the endpoint it was entered for, and to the protection of the connection.</summary>
public sealed class BoundSecretTests
{
    private const string Pin = "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89";
    private const string OtherPin = "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:00";

    [Theory]
    [InlineData($$"""{"certificateThumbprint":"{{Pin}}"}""", """{"certificateThumbprint":null,"insecureSkipVerify":true}""", "insecureSkipVerify, certificateThumbprint")]
    [InlineData($$"""{"certificateThumbprint":"{{Pin}}"}""", """{"certificateThumbprint":null}""", "certificateThumbprint")]
    [InlineData($$"""{"certificateThumbprint":"{{Pin}}"}""", $$"""{"certificateThumbprint":"{{OtherPin}}"}""", "certificateThumbprint")]
    [InlineData("{}", $$"""{"certificateThumbprint":"{{OtherPin}}"}""", "certificateThumbprint")]
    [InlineData("{}", """{"insecureSkipVerify":true}""", "insecureSkipVerify")]
    [InlineData("{}", """{"useHttps":false}""", "useHttps")]
    [InlineData("{}", """{"host":"moved.example"}""", "host")]
    [InlineData("{}", """{"port":9443}""", "port")]
    [InlineData("{}", """{"owner":"another"}""", "owner")]
    public async Task A_strict_Pulse_wants_the_secret_again_when_it_would_travel_less_protected(string before, string change, string fields)
    {
        await using var host = Strict();
        var id = (await host.CreateAsync(With(BoxHost.Draft(), before))).Text("id")!;

        using var saved = await host.PutAsync(id, JsonNode.Parse(change)!);
        using var tested = await host.PostAsync($"/{id}/test", JsonNode.Parse(change));

        foreach (var problem in new[] { await saved.ProblemAsync(409), await tested.ProblemAsync(409) })
        {
            problem.Text("code").Should().Be("secret_reentry_required");
            problem.Text("detail").Should().StartWith($"Changed: {fields}. ");
        }

        await host.UpdateAsync(id, With(JsonNode.Parse(change)!.AsObject(), """{"apiKey":"right-key"}"""));
    }

    [Theory]
    [InlineData("""{"insecureSkipVerify":true}""", $$"""{"certificateThumbprint":"{{Pin}}","insecureSkipVerify":false}""")]
    [InlineData("""{"insecureSkipVerify":true}""", """{"insecureSkipVerify":false}""")]
    [InlineData($$"""{"certificateThumbprint":"{{Pin}}"}""", """{"insecureSkipVerify":true}""")]
    [InlineData("{}", """{"name":"Renamed","pollIntervalSeconds":90,"site":"roof","enabled":false}""")]
    public async Task A_strict_Pulse_keeps_the_secret_when_it_travels_no_less_protected(string before, string change)
    {
        await using var host = Strict();
        var id = (await host.CreateAsync(With(BoxHost.Draft(), before))).Text("id")!;

        await host.UpdateAsync(id, JsonNode.Parse(change)!);
    }

    [Fact]
    public async Task The_audit_says_what_was_sent_and_what_only_could_have_been()
    {
        await using var host = BoxHost.Start();
        var id = (await host.CreateAsync(BoxHost.Draft())).Text("id")!;
        await host.SeeStateAsync(id, "healthy");
        host.Boxes.At("away.example").BeforeSession = () => throw new InvalidOperationException("No box there.");

        using (await host.PostAsync($"/{id}/test", new JsonObject { ["host"] = "moved.example", ["insecureSkipVerify"] = true }))
        {
            (await SecretsAsync()).Should().Equal("secret_sent_to_new_endpoint host,insecureSkipVerify https://box.example:8443 to https://moved.example:8443");
        }

        using (await host.PostAsync($"/{id}/test", new JsonObject { ["host"] = "away.example" }))
        {
            (await SecretsAsync())[0].Should().Be("secret_sent_to_new_endpoint_allowed host https://box.example:8443 to https://away.example:8443");
        }

        await host.UpdateAsync(id, new JsonObject { ["insecureSkipVerify"] = true });
        (await SecretsAsync())[0].Should().StartWith("secret_sent_to_new_endpoint_allowed insecureSkipVerify ");

        async Task<List<string>> SecretsAsync()
        {
            var page = (await host.Client.GetFromJsonAsync<JsonNode>("api/access/audit"))!;
            return [.. page["entries"]!.AsArray()
                .Where(entry => entry!.Text("action")!.StartsWith("secret_", StringComparison.Ordinal))
                .Select(entry => $"{entry!.Text("action")} {string.Join(',', entry!["fields"]!.AsArray())} {entry!.Text("detail")}")];
        }
    }

    private static BoxHost Strict() => BoxHost.Start(new Dictionary<string, string> { ["Pulse:Access:BindSecretsToEndpoint"] = "true" });

    private static JsonObject With(JsonObject body, string members)
    {
        foreach (var (member, value) in JsonNode.Parse(members)!.AsObject())
        {
            body[member] = value?.DeepClone();
        }

        return body;
    }
}
