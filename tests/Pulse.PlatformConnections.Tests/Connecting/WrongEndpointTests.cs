using System.Text;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>Answers that do not come from the system, over plain HTTP, where an answer can be any bytes.</summary>
public sealed class WrongEndpointTests
{
    private const string LongHost = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("https://localhost/", "redirect to HTTPS on port 443", "Switch HTTPS on for this connection and enter port 443.")]
    [InlineData("https://localhost:8443/sdk", "redirect to HTTPS on port 8443", "enter port 8443")]
    public async Task Plain_http_that_redirects_to_https_says_to_switch_https_on(string location, string sentence, string remedy)
    {
        var failure = await FailureAsync(Redirect(location));

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain(sentence);
        failure.Remedy.Should().Contain(remedy);
    }

    [Theory]
    [InlineData("https://idp.example/login?token=secret", "redirects to idp.example:443 (HTTPS)", "enter host idp.example and port 443, with HTTPS")]
    [InlineData("http://other.example:8080/", "redirects to other.example:8080 (plain HTTP)", "enter host other.example and port 8080")]
    [InlineData("//other.example/x", "redirects to other.example:80 (plain HTTP)", "sign-in page")]
    [InlineData("https://[2001:db8::1]:9443/", "redirects to [2001:db8::1]:9443 (HTTPS)", "host 2001:db8::1 and port 9443")]
    [InlineData("http://localhost:1/", "redirects to localhost:1 (plain HTTP)", "port 1")]
    [InlineData("/ui/login?x=secret", "redirects to another page of its own", "sign-in page")]
    [InlineData("ftp://other.example/", "not on the web", "Check host and port")]
    public async Task A_redirect_is_named_by_host_and_port_only_and_not_followed(string location, string sentence, string remedy)
    {
        var failure = await FailureAsync(Redirect(location));

        failure.Category.Should().Be(FailureCategory.WrongSystem);
        failure.Sentence.Should().Contain(sentence);
        failure.Remedy.Should().Contain(remedy);
        $"{failure.Sentence} {failure.Remedy} {failure.Detail}".Should().NotContain("secret");
    }

    [Fact]
    public async Task The_host_of_a_redirect_is_bounded_and_left_out_of_a_report_that_is_given_away()
    {
        var host = string.Join('.', Enumerable.Repeat(LongHost, 50));

        var failure = await FailureAsync(Redirect($"https://{host}/"));

        failure.Sentence!.Length.Should().BeLessThan(600);
        (await FailureAsync(Redirect("https://idp.example/"))).ReportedNames.Should().Equal(new ReportedName(ReportedNameKind.Host, "idp.example"));
    }

    [Theory]
    [InlineData("<html><head><title>Sign in &amp; go\r\n  on</title>", "a web page ('Sign in & go on')")]
    [InlineData("<!doctype html><p>Welcome", "a web page instead")]
    [InlineData("<title></title>", "a web page instead")]
    public async Task A_web_page_in_place_of_data_is_named_by_its_title(string page, string sentence)
    {
        var failure = await FailureAsync(Answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", page));

        failure.Should().BeOfType<WebPageException>();
        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain(sentence);
        failure.Remedy.Should().Contain("sign-in page");
    }

    [Fact]
    public async Task The_title_of_a_page_is_cut_and_cleaned()
    {
        var failure = await FailureAsync(Answer("200 OK", "Content-Type: text/html\r\n", $"<title>a\u202eb\u0007{new string('x', 900)}</title>"));

        ((WebPageException)failure).Title!.Length.Should().Be(256);
        failure.Sentence.Should().NotContainAny("\u202e", "\u0007");
    }

    [Theory]
    [InlineData("<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>")] // nginx
    [InlineData("Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />")] // Apache
    [InlineData("Client sent an HTTP request to an HTTPS server.\n")] // Go
    [InlineData("Bad Request\r\nThis combination of host and port requires TLS.\r\n")] // Tomcat
    public async Task A_tls_port_that_answers_plain_http_with_words_says_to_switch_https_on(string body)
    {
        var failure = await FailureAsync(Answer("400 Bad Request", "Content-Type: text/html\r\n", body));

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("serves HTTPS on this port");
        failure.Remedy.Should().Contain("Switch HTTPS on");
    }

    [Fact]
    public async Task A_tls_port_that_answers_plain_http_with_a_tls_alert_says_to_switch_https_on()
    {
        var failure = await FailureAsync([0x15, 3, 3, 0, 2, 2, 22]);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("serves HTTPS on this port");
    }

    [Fact]
    public async Task A_port_that_closes_at_once_says_that_it_may_serve_https()
    {
        var failure = await FailureAsync([]);

        failure.Category.Should().Be(FailureCategory.Unreachable);
        failure.Sentence.Should().Contain("closed the connection without an answer to plain HTTP");
        failure.Remedy.Should().Contain("switch HTTPS on");
    }

    [Fact]
    public async Task Another_bad_request_stays_for_its_reader_with_its_body()
    {
        await using var server = RawServer.Answering(Answer("400 Bad Request", "Content-Type: application/json\r\n", """{"error":"x"}"""));
        using var connection = await ConnectAsync(server.Port);

        using var response = await connection.Http.GetAsync("/");

        (await response.Content.ReadAsStringAsync()).Should().Be("""{"error":"x"}""");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    private static byte[] Redirect(string location) => Answer("302 Found", $"Location: {location}\r\n", "");

    private static byte[] Answer(string status, string headers, string body) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    private static async Task<PlatformFailureException> FailureAsync(byte[] answer)
    {
        await using var server = RawServer.Answering(answer);
        using var connection = await ConnectAsync(server.Port);
        var error = (await connection.Http.Invoking(http => http.GetAsync("/sdk")).Should().ThrowAsync<Exception>()).Which;
        return TransportFailure.From(error, Target(server.Port))!;
    }

    private static Task<EndpointConnection> ConnectAsync(int port)
    {
        var target = Target(port);
        return new EndpointConnector(TimeProvider.System).ConnectAsync(
            target, new Attempt(AttemptPurpose.Test, target, new NoLogins(), TimeProvider.System), CancellationToken.None);
    }

    private static ConnectionTarget Target(int port) => new() { Host = "localhost", Port = port, UseHttps = false };
}
