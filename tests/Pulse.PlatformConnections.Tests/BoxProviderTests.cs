using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Tests.Support;
using Pulse.Providers.Box;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests;

/// <summary>
/// The example of <c>docs/add-a-platform.md</c> in the real host, with a simulated box: one line registers it, and all of its
/// declaration works.
/// </summary>
public sealed class BoxProviderTests : IAsyncLifetime
{
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());
    private PulseHost _host = null!;
    private HttpClient _client = null!;
    private SimulatedBox _box = null!;

    public async ValueTask InitializeAsync()
    {
        _box = await SimulatedBox.StartAsync();
        _host = PulseHost.Start(services =>
        {
            services.AddBox();
            services.AddSingleton<TimeProvider>(_clock);
        });
        _client = _host.CreateClient();
    }

    [Fact]
    public async Task A_box_is_tested_saved_and_polled()
    {
        var report = await TestAsync(Draft());
        var id = await SaveAsync(Draft());
        var connection = await SeeAsync(id, "healthy");

        report["success"]!.GetValue<bool>().Should().BeTrue();
        report["steps"]!.AsArray().Select(step => $"{step!.Text("name")} {step!.Text("outcome")}").Should().Equal(
            "resolve passed", "connect passed", "tls passed", "greet passed", "login passed", "count passed");
        report["certificate"]!.Text("sha256")!.Replace(":", "", StringComparison.Ordinal).Should().Be(_box.Thumbprint);
        connection["observed"]!.Text("systemId").Should().Be("BX-7");
        connection["observed"]!.Number("storageCount").Should().Be(1);
        connection["observed"]!["topology"]!.Number("shelves").Should().Be(5);
        connection["observed"]!["details"]!.Text("colour").Should().Be("green");
    }

    [Fact]
    public async Task Platforms_stand_in_the_order_of_their_registration() =>
        (await _client.GetFromJsonAsync<JsonArray>("api/platforms"))!.Select(platform => platform!.Text("key"))
            .Should().StartWith("vmware").And.EndWith("box", "the test adds the box after all platforms of the host");

    [Fact]
    public async Task A_count_that_a_box_does_not_have_is_absent()
    {
        var observed = (await SeeAsync(await SaveAsync(Draft()), "healthy"))["observed"]!.AsObject();

        observed.Should().ContainKey("storageCount").And.NotContainKeys("agentCount", "vmCount");
    }

    [Theory]
    [InlineData("wrong-key", null, "Ask the owner of the box for the key, and enter it.")]
    [InlineData("right-key", null, "Enter the seal code of the box.")]
    [InlineData("right-key", "wrong-code", "Enter the seal code of the box.")]
    public async Task A_refused_login_is_said_in_the_words_of_the_box(string key, string? sealCode, string remedy)
    {
        _box.SealCode = "seal-code";
        var draft = Draft();
        draft["apiKey"] = key;
        draft["sealCode"] = sealCode;

        var report = await TestAsync(draft);

        report["failure"]!.Text("category").Should().Be("auth_invalid");
        report["failure"]!.Text("step").Should().Be("login");
        report["failure"]!.Text("remedy").Should().Contain(remedy);
        report.ToJsonString().Should().NotContain("wrong-code").And.NotContain("wrong-key");
    }

    [Fact]
    public async Task An_optional_secret_is_masked_used_and_removed()
    {
        _box.SealCode = "seal-code";
        var draft = Draft();
        draft["sealCode"] = "seal-code";
        var id = await SaveAsync(draft);
        var connection = await SeeAsync(id, "healthy");
        connection.Text("sealCode").Should().Be("********");

        _box.SealCode = null;
        var saved = await ReadAsync(await _client.PutAsJsonAsync($"api/box/connections/{id}", new JsonObject { ["sealCode"] = "" }), HttpStatusCode.OK);

        saved["sealCode"].Should().BeNull();
        await SeeAsync(id, "healthy");
    }

    [Fact]
    public async Task A_choice_and_a_switch_reach_the_box()
    {
        var draft = Draft();
        draft["door"] = "back";
        draft["countsEmptyShelves"] = false;

        var report = await TestAsync(draft);

        _box.Doors.Should().Equal("back");
        report["observed"]!["topology"]!.Number("shelves").Should().Be(3);
    }

    [Fact]
    public async Task A_platform_of_HTTPS_only_takes_no_connection_without_it()
    {
        var draft = Draft();
        draft["useHttps"] = false;

        using var response = await _client.PostAsJsonAsync("api/box/connections", draft);

        (await response.ProblemAsync(400))["errors"]!["useHttps"]![0]!.GetValue<string>().Should().Contain("over HTTPS only");
    }

    [Fact]
    public async Task A_box_without_the_pinned_certificate_hears_no_key()
    {
        var draft = Draft();
        draft["certificateThumbprint"] = new string('A', 64);

        (await TestAsync(draft))["failure"]!.Text("category").Should().Be("tls_pin_mismatch");

        _box.Doors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_box_that_restarts_between_two_polls_is_opened_again_without_a_failure()
    {
        var id = await SaveAsync(Draft());
        await SeeAsync(id, "healthy");

        _box.Restart();
        _box.Shelves = 7;
        _clock.Advance(TimeSpan.FromSeconds(60));

        var connection = await Eventually.GetAsync(
            () => GetAsync(id), seen => seen["observed"]!["topology"]!.Number("shelves") == 9, "the shelves after the restart");
        connection["poll"]!["lastFailureAt"].Should().BeNull();
        _box.Doors.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_box_stays_open_between_two_polls_and_is_closed_with_the_connection()
    {
        var id = await SaveAsync(Draft());
        await SeeAsync(id, "healthy");
        _box.Shelves = 7;
        _clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.GetAsync(() => GetAsync(id), seen => seen["observed"]!["topology"]!.Number("shelves") == 9, "a second poll");

        _box.Doors.Should().HaveCount(1);
        (await _client.DeleteAsync(new Uri($"api/box/connections/{id}", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await Eventually.GetAsync(() => Task.FromResult(_box.OpenSockets), open => open == 0, "a closed box");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("""{"boxes":-1,"shelves":3}""")]
    [InlineData("""{"boxes":1e40,"shelves":3}""")]
    [InlineData("""{"boxes":1}""")]
    [InlineData("""{"boxes":1,"shelves":3,"colour":null}""")]
    public async Task What_is_no_answer_of_a_box_is_a_protocol_failure(string message)
    {
        _box.Says = message;

        var error = (await TestAsync(Draft()))["failure"]!;

        error.Text("category").Should().Be("protocol");
        error.Text("message").Should().Be($"What the box at 127.0.0.1:{_box.Port} says is no message that Pulse knows.");
    }

    [Theory]
    [InlineData(401, "auth_invalid", "The box at ")]
    [InlineData(403, "permission_denied", "The account may not read what Pulse needs")]
    [InlineData(429, "rate_limited", "allows fewer requests than Pulse sent")]
    [InlineData(503, "unavailable", "The box at ")]
    [InlineData(500, "protocol", "answers /about with HTTP 500.")]
    public async Task An_answer_of_a_box_without_a_document_has_its_category(int status, string category, string sentence)
    {
        _box.About = () => Results.StatusCode(status);

        var failure = (await TestAsync(Draft()))["failure"]!;

        (failure.Text("step"), failure.Text("category"), failure.Text("detail")).Should().Be(("greet", category, $"HTTP {status}"));
        failure.Text("message").Should().Contain(sentence);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"serial":"BX-7"}""")]
    [InlineData("""{"serial":null,"version":"2.1"}""")]
    public async Task A_document_that_is_none_of_a_box_is_a_protocol_failure(string body)
    {
        _box.About = () => Results.Text(body, "application/json");

        var failure = (await TestAsync(Draft()))["failure"]!;

        (failure.Text("step"), failure.Text("category")).Should().Be(("greet", "protocol"));
        failure.Text("message").Should().Be($"The answer of 127.0.0.1:{_box.Port} to /about cannot be read.");
    }

    [Fact]
    public async Task A_document_beyond_the_limit_names_the_limit()
    {
        _box.About = () => Results.Text($$"""{"serial":"BX-7","version":"{{new string('x', 2 * 1024 * 1024)}}"}""", "application/json");
        await using var host = PulseHost.Start(
            services => services.AddBox(), new Dictionary<string, string> { ["Pulse:Limits:Megabytes"] = "1" });
        using var client = host.CreateClient();

        var report = await ReadAsync(await client.PostAsJsonAsync("api/box/connections/test", Draft()), HttpStatusCode.OK);

        report["failure"]!.Text("detail").Should().Be("Pulse:Limits:Megabytes = 1");
    }

    [Fact]
    public async Task Another_box_behind_the_address_gets_no_stored_key()
    {
        var id = await SaveAsync(Draft());
        await SeeAsync(id, "healthy");
        _box.About = () => Results.Text("""{"serial":"BX-8","version":"2.1"}""", "application/json");
        _box.Restart();
        _clock.Advance(TimeSpan.FromSeconds(60));

        var connection = await SeeAsync(id, "failing");

        connection["poll"]!["lastError"]!.Text("step").Should().Be("login");
        _box.Doors.Should().HaveCount(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _box.DisposeAsync();
    }

    private JsonObject Draft() => new()
    {
        ["name"] = "Cellar",
        ["host"] = "127.0.0.1",
        ["port"] = _box.Port,
        ["apiKey"] = "right-key",
        ["certificateThumbprint"] = _box.Thumbprint,
    };

    private async Task<JsonObject> TestAsync(JsonObject draft) =>
        await ReadAsync(await _client.PostAsJsonAsync("api/box/connections/test", draft), HttpStatusCode.OK);

    private async Task<string> SaveAsync(JsonObject draft) =>
        (await ReadAsync(await _client.PostAsJsonAsync("api/box/connections", draft), HttpStatusCode.Created)).Text("id")!;

    private async Task<JsonObject> GetAsync(string id) =>
        (await _client.GetFromJsonAsync<JsonArray>("api/box/connections"))!.Select(each => each!.AsObject()).Single(each => each.Text("id") == id);

    private Task<JsonObject> SeeAsync(string id, string state) =>
        Eventually.GetAsync(() => GetAsync(id), connection => connection["poll"]!.Text("state") == state, state);

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            answer.StatusCode.Should().Be(status, await answer.Content.ReadAsStringAsync());
            return await answer.ReadAsync();
        }
    }
}
