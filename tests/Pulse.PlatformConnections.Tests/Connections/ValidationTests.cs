using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class ValidationTests(SharedBoxHost shared) : IClassFixture<SharedBoxHost>
{
    private readonly BoxHost _host = shared.Host;

    [Fact]
    public async Task Every_faulty_field_is_listed_at_once()
    {
        var body = new JsonObject
        {
            ["name"] = "",
            ["host"] = "a b",
            ["port"] = 0,
            ["apiKey"] = "********",
            ["enabled"] = "yes",
            ["pollIntervalSeconds"] = 9,
            ["useHttps"] = 1,
            ["insecureSkipVerify"] = null,
            ["certificateThumbprint"] = "AB:CD",
            ["site"] = new string('x', 21),
        };

        using var response = await _host.PostAsync("", body);

        var problem = await response.ProblemAsync(400);
        problem.Text("code").Should().Be("validation_failed");
        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo(
            "name", "host", "port", "apiKey", "enabled", "pollIntervalSeconds", "useHttps", "insecureSkipVerify", "certificateThumbprint", "site");
    }

    [Theory]
    [InlineData("pollIntervalSeconds", 86401)]
    [InlineData("pollIntervalSeconds", 60.5)]
    [InlineData("port", 65536)]
    [InlineData("port", "443")]
    [InlineData("name", 7)]
    [InlineData("name", null)]
    [InlineData("name", "two\nlines")]
    [InlineData("host", null)]
    [InlineData("apiKey", "")]
    [InlineData("apiKey", null)]
    [InlineData("apiKey", 7)]
    [InlineData("pasword", "typing error")]
    [InlineData("Name", "wrong case")]
    public async Task A_wrong_value_is_refused_and_named(string member, object? value)
    {
        var body = BoxHost.Draft("Wrong");
        body[member] = value is null ? null : JsonValue.Create(value);

        using var response = await _host.PostAsync("", body);

        (await response.ProblemAsync(400))["errors"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be(member);
    }

    [Theory]
    [InlineData("name", 100, true)]
    [InlineData("name", 101, false)]
    [InlineData("apiKey", 256, true)]
    [InlineData("apiKey", 257, false)]
    public async Task Lengths_are_checked_to_the_character(string member, int length, bool accepted)
    {
        var body = BoxHost.Draft($"L{length}", host: $"l{length}{member}.example".ToLowerInvariant());
        body[member] = new string('x', length);

        using var response = await _host.PostAsync("", body);

        response.StatusCode.Should().Be(accepted ? HttpStatusCode.Created : HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_text()
    {
        using var response = await SendAsync("""{"name":"\ud800","host":"a.example","apiKey":"\udc00"}""");

        (await response.ProblemAsync(400))["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo("name", "apiKey");
    }

    [Fact]
    public async Task A_pasted_url_fills_host_port_and_scheme()
    {
        var created = await _host.CreateAsync(BoxHost.Draft("Pasted", host: "http://pasted.example:8080/ui/"));

        created.Text("host").Should().Be("pasted.example");
        created.Number("port").Should().Be(8080);
        created["useHttps"]!.GetValue<bool>().Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"host":"https://a.example:8443","port":443}""", "port")]
    [InlineData("""{"host":"http://a.example","useHttps":true}""", "useHttps")]
    public async Task A_pasted_url_that_contradicts_the_rest_is_not_guessed_about(string members, string refused)
    {
        var body = BoxHost.Draft("Contradiction");
        foreach (var (member, value) in JsonNode.Parse(members)!.AsObject())
        {
            body[member] = value!.DeepClone();
        }

        using var response = await _host.PostAsync("", body);

        (await response.ProblemAsync(400))["errors"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be(refused);
    }

    [Fact]
    public async Task Defaults_are_those_of_the_platform()
    {
        var created = await _host.CreateAsync(BoxHost.Draft("Defaults", host: "defaults.example"));

        created.Number("port").Should().Be(8443);
        created.Number("pollIntervalSeconds").Should().Be(60);
        created["enabled"]!.GetValue<bool>().Should().BeTrue();
        created["useHttps"]!.GetValue<bool>().Should().BeTrue();
        created["insecureSkipVerify"]!.GetValue<bool>().Should().BeFalse();
    }

    [Theory]
    [InlineData("ab cd ef 01 23 45 67 89 ab cd ef 01 23 45 67 89 ab cd ef 01", "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01")]
    [InlineData(
        "\u200eabcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
        "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89")]
    public async Task A_thumbprint_is_kept_as_colon_pairs_however_it_was_copied(string pasted, string kept)
    {
        var body = BoxHost.Draft($"Pin {kept.Length}", host: $"pin{kept.Length}.example");
        body["certificateThumbprint"] = pasted;

        (await _host.CreateAsync(body)).Text("certificateThumbprint").Should().Be(kept);
    }

    [Fact]
    public async Task A_secret_is_kept_byte_for_byte()
    {
        const string Key = "  spaces and \u00fcml\u00e4uts, e\u0301, \u200b and \ufeff ";
        _host.Boxes.At("bytes.example").ApiKey = Key;

        var created = await _host.CreateAsync(BoxHost.Draft("Bytes", host: "bytes.example", apiKey: Key));

        await _host.SeeStateAsync(created.Text("id")!, "healthy");
    }

    [Theory]
    [InlineData("{\"name\": \"x\",\n \"host\" }", 2, 9)]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", 1, 1)]
    public async Task What_is_not_json_is_refused_with_its_position(string text, int line, int position)
    {
        using var response = await SendAsync(text);

        var problem = await response.ProblemAsync(400);
        problem.Text("code").Should().Be("invalid_json");
        problem.Number("line").Should().Be(line);
        problem.Number("position").Should().BeGreaterThanOrEqualTo(position);
    }

    [Fact]
    public async Task A_body_over_32_KiB_is_too_large()
    {
        using var response = await SendAsync(new string(' ', (32 * 1024) + 1));

        (await response.ProblemAsync(413)).Text("code").Should().Be("body_too_large");
    }

    [Fact]
    public async Task A_body_of_exactly_32_KiB_is_read()
    {
        var text = BoxHost.Draft("Padded", host: "padded.example").ToJsonString().PadRight(32 * 1024);

        using var response = await SendAsync(text);

        response.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_refused()
    {
        using var response = await SendAsync("name=x", "application/x-www-form-urlencoded");

        (await response.ProblemAsync(415)).Text("code").Should().Be("unsupported_media_type");
    }

    [Theory]
    [InlineData("GET", "api/truenas/connections")]
    [InlineData("PUT", "api/box/connections/01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55")]
    [InlineData("DELETE", "api/box/connections/01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55")]
    [InlineData("POST", "api/box/connections/01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55/test")]
    [InlineData("PUT", "api/box/connections/not-an-id")]
    public async Task An_unknown_platform_or_id_is_not_found(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await _host.Client.SendAsync(request);

        (await response.ProblemAsync(404)).Text("code").Should().NotBeNullOrEmpty();
    }

    private Task<HttpResponseMessage> SendAsync(string text, string contentType = "application/json") =>
        _host.Client.PostAsync(new Uri("api/box/connections", UriKind.Relative), new StringContent(text, Encoding.UTF8, contentType));
}
