using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class ReverseProxyTests : IDisposable
{
    private const string Client = "203.0.113.9";
    private readonly PhysicalFileProvider _files;

    public ReverseProxyTests()
    {
        var directory = Directory.CreateTempSubdirectory("pulse-ui-");
        File.WriteAllText(
            Path.Combine(directory.FullName, "index.html"),
            """<meta name="pulse-base" content="" /><script type="module" src="/assets/index-D4f5.js"></script>""");
        _files = new(directory.FullName);
    }

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(_files.Root, recursive: true);
    }

    [Fact]
    public async Task Behind_a_known_proxy_the_cookie_is_secure_below_the_path_and_the_audit_sees_the_client()
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:KnownProxies", "10.0.0.0/8"));
        using var browser = Browser(host);

        using var signedIn = await browser.PostAsJsonAsync("api/access/sign-in", SignIn);

        signedIn.StatusCode.Should().Be(HttpStatusCode.OK, await signedIn.Content.ReadAsStringAsync());
        signedIn.Headers.GetValues("Set-Cookie").Should().Contain(cookie => cookie.StartsWith("pulse_session=", StringComparison.Ordinal)
            && cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("path=/pulse;", StringComparison.Ordinal));
        signedIn.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
        (await AuditAddressAsync(host)).Should().Be(Client);
    }

    [Theory]
    [InlineData("10.1.1.1", "")]
    [InlineData("11.1.1.1", "10.0.0.0/8")]
    public async Task From_anybody_else_nothing_is_believed(string sender, string known)
    {
        await using var host = Start(sender, ("Pulse:Http:KnownProxies", known), ("ForwardedHeaders_Enabled", "true"));
        using var browser = Browser(host);

        using var signedIn = await browser.PostAsJsonAsync("api/access/sign-in", SignIn);

        signedIn.Headers.GetValues("Set-Cookie").Should().NotContain(cookie => cookie.Contains("secure", StringComparison.Ordinal))
            .And.OnlyContain(cookie => cookie.Contains("path=/;", StringComparison.Ordinal));
        signedIn.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
        (await AuditAddressAsync(host)).Should().Be(sender);
    }

    [Fact]
    public async Task What_a_client_forwards_itself_ends_at_the_last_proxy_that_is_not_known()
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:KnownProxies", "10.0.0.0/8"));
        using var browser = host.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.1, {Client}, 10.2.2.2");

        using var signedIn = await browser.PostAsJsonAsync("api/access/sign-in", SignIn);

        (await AuditAddressAsync(host)).Should().Be(Client);
    }

    [Fact]
    public async Task Addresses_that_Pulse_gives_out_lie_below_the_path()
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:KnownProxies", "10.1.1.1"));
        using var script = host.CreateClient();
        Forward(script);

        using var created = await script.PostAsJsonAsync(
            "api/vmware/connections", new { name = "Lab", host = "vcsa.lab.example", username = "u", password = "p", enabled = false });
        var document = (await script.GetFromJsonAsync<JsonNode>("openapi/v1.json"))!;

        created.Headers.Location!.ToString().Should().StartWith("/pulse/api/vmware/connections/");
        document["servers"]![0]!["url"]!.GetValue<string>().Should().Be("/pulse");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/settings/access")]
    [InlineData("/pulse/settings/access")]
    public async Task The_page_is_told_the_path_and_asks_for_its_files_below_it(string path)
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:KnownProxies", "10.1.1.1"));
        using var browser = Browser(host);

        using var page = await browser.GetAsync(new Uri(path, UriKind.Relative));

        (await page.Content.ReadAsStringAsync()).Should()
            .Be("""<meta name="pulse-base" content="/pulse" /><script type="module" src="/pulse/assets/index-D4f5.js"></script>""");
        page.Headers.CacheControl!.ToString().Should().Be("no-cache");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("base-uri 'none'");
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        (await browser.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_path_cannot_write_into_the_page()
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:KnownProxies", "10.1.1.1"));
        using var browser = host.CreateAnonymousClient();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", Client);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/\"><script>x</script>");

        (await browser.GetStringAsync("/")).Should().Contain("content=\"/%22").And.NotContain("<script>x");
    }

    [Fact]
    public async Task A_public_url_decides_what_browsers_see_whatever_the_headers_say()
    {
        await using var host = Start("10.1.1.1", ("Pulse:Http:PublicUrl", "https://monitoring.example/here/"));
        using var browser = Browser(host);

        using var signedIn = await browser.PostAsJsonAsync("api/access/sign-in", SignIn);

        signedIn.Headers.GetValues("Set-Cookie").Should().Contain(cookie => cookie.StartsWith("pulse_session=", StringComparison.Ordinal)
            && cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("path=/here;", StringComparison.Ordinal));
        (await browser.GetStringAsync("/here/settings/access")).Should().Contain("content=\"/here\"");
        (await AuditAddressAsync(host)).Should().Be("10.1.1.1");
    }

    private static object SignIn => new { userName = "admin", password = "a-long-password" };

    private static HttpClient Browser(PulseHost host)
    {
        var client = host.CreateAnonymousClient();
        Forward(client);
        return client;
    }

    private static void Forward(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Client);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "monitoring.example");
        client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/pulse");
    }

    private static async Task<string?> AuditAddressAsync(PulseHost host)
    {
        using var client = host.CreateClient();
        var audit = (await client.GetFromJsonAsync<JsonNode>("api/access/audit?limit=50"))!;
        return audit["entries"]!.AsArray().First(entry => entry!["action"]!.GetValue<string>().Contains("sign", StringComparison.Ordinal))!["actorAddress"]?.GetValue<string>();
    }

    /// <param name="sender">The address of the machine that sends the requests, as the server sees it.</param>
    /// <param name="settings">The settings of the test.</param>
    private PulseHost Start(string sender, params (string Key, string Value)[] settings) => PulseHost.Start(
        services => services.AddSingleton(new WebUiFiles(_files)).Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Sender(IPAddress.Parse(sender)))),
        settings.Append(("Pulse:Admin:Password", "a-long-password")).ToDictionary(setting => setting.Item1, setting => setting.Item2));

    private sealed class Sender(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
