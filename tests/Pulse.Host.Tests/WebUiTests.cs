using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class WebUiTests : IDisposable
{
    private const string Script = "/assets/index-D4f5.js";
    private const string Csp = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'";

    private readonly PhysicalFileProvider _files;

    public WebUiTests()
    {
        var directory = Directory.CreateTempSubdirectory("pulse-ui-");
        File.WriteAllText(Path.Combine(directory.FullName, "index.html"), "<title>Pulse</title>");
        directory.CreateSubdirectory("assets");
        File.WriteAllText(directory.FullName + Script, string.Concat(Enumerable.Repeat("console.log('Pulse');\n", 200)));
        _files = new(directory.FullName);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/setup")]
    [InlineData("/settings/infrastructure/platforms/vmware")]
    [InlineData("/no/such/page")]
    [InlineData("/apiary")]
    public async Task Every_address_of_the_UI_gets_its_page_which_is_asked_for_anew_each_time(string path)
    {
        await using var host = Start();
        using var client = host.CreateAnonymousClient();

        using var response = await GetAsync(client, path);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Be("<title>Pulse</title>");
        response.Headers.CacheControl!.ToString().Should().Be("no-cache");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(Csp);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await client.SendAsync(again);
        unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_hashed_file_is_kept_for_good()
    {
        await using var host = Start();
        using var client = host.CreateAnonymousClient();

        using var response = await GetAsync(client, Script);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        response.Headers.CacheControl.Should().Be(CacheControlHeaderValue.Parse("public, max-age=31536000, immutable"));
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(Csp);
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Files_are_sent_compressed_also_over_HTTPS_and_answers_of_the_API_never_are(string encoding)
    {
        await using var host = Start();
        using var client = host.CreateClient();
        client.BaseAddress = new Uri("https://localhost/");

        using var script = await GetAsync(client, Script, encoding);
        script.Content.Headers.ContentEncoding.Should().Equal(encoding);
        script.Headers.Vary.Should().Equal("Accept-Encoding");
        (await script.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(500);

        foreach (var path in new[] { "/api/vmware/connections", "/openapi/v1.json", "/api/nothing" })
        {
            using var answer = await GetAsync(client, path, encoding);
            answer.Content.Headers.ContentEncoding.Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/API/nothing")]
    [InlineData("/api/vmware/nothing")]
    [InlineData("/openapi/nothing")]
    [InlineData("/healthz/nothing")]
    [InlineData("/readyz/nothing")]
    public async Task An_unknown_address_of_the_API_is_no_page(string path)
    {
        await using var host = Start();
        using var stranger = host.CreateAnonymousClient();
        using var client = host.CreateClient();

        await ShouldBeProblemAsync(await GetAsync(stranger, path), HttpStatusCode.Unauthorized, "unauthenticated");
        await ShouldBeProblemAsync(await GetAsync(client, path), HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("/assets/index-0000.js")]
    [InlineData("/assets/")]
    [InlineData("/assets/..%2findex.html")]
    public async Task A_missing_file_is_not_found_and_gets_no_page(string path)
    {
        await using var host = Start();
        using var client = host.CreateAnonymousClient();

        await ShouldBeProblemAsync(await GetAsync(client, path), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_file_that_renews_a_session_is_kept_by_nobody()
    {
        var clock = new TestClock();
        await using var host = PulseHost.Start(
            services => services.AddSingleton(new WebUiFiles(_files)).AddSingleton<TimeProvider>(clock),
            new Dictionary<string, string> { ["Pulse:Admin:Password"] = "a-long-password" });
        using var client = host.CreateAnonymousClient();
        var signIn = await client.PostAsJsonAsync("api/access/sign-in", new { userName = "admin", password = "a-long-password" });
        client.DefaultRequestHeaders.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        clock.Advance(TimeSpan.FromHours(7));

        using var response = await GetAsync(client, Script);

        response.Headers.GetValues("Set-Cookie").Should().ContainSingle(cookie => cookie.StartsWith("pulse_session=", StringComparison.Ordinal));
        response.Headers.CacheControl!.NoStore.Should().BeTrue("a proxy that keeps files must not hand out the session with them");
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Script)]
    public async Task Files_can_only_be_read(string path)
    {
        await using var host = Start();
        using var client = host.CreateAnonymousClient();

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        head.StatusCode.Should().Be(HttpStatusCode.OK);

        await ShouldBeProblemAsync(await client.PostAsync(path, null), HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Fact]
    public async Task Without_a_built_UI_Pulse_starts_and_the_page_says_what_to_do()
    {
        await using var host = PulseHost.Start(services => services.AddSingleton(new WebUiFiles(new NullFileProvider())));
        using var client = host.CreateAnonymousClient();

        var problem = await ShouldBeProblemAsync(await GetAsync(client, "/"), HttpStatusCode.NotFound, "ui_not_built");

        problem["title"]!.GetValue<string>().Should().Be("The settings UI is not built.");
        problem["detail"]!.GetValue<string>().Should().Contain("Install Node.js and build Pulse.Host again");
        (await client.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(_files.Root, recursive: true);
    }

    private PulseHost Start() => PulseHost.Start(services => services.AddSingleton(new WebUiFiles(_files)));

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.Add(new(encoding));
        }

        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            response.StatusCode.Should().Be(status);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
            problem["code"]!.GetValue<string>().Should().Be(code);
            return problem;
        }
    }
}
