using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class ProxyTests : IDisposable
{
    private const string Address = "10.7.7.7";
    private readonly X509Certificate2 _certificate = SelfSigned.Certificate("vcsa.lab.example");

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public async Task An_https_connection_goes_through_a_tunnel_to_the_checked_address_and_the_report_names_the_proxy()
    {
        await using var system = new TlsServer(_certificate);
        await using var proxy = new TestProxy(system.Port);
        var target = Target with { CertificateThumbprint = CertificateThumbprint.Of(_certificate) };
        var attempt = AttemptAt(target);

        using var connection = await Connector(proxy).ConnectAsync(target, attempt, CancellationToken.None);

        proxy.Requests.Should().Equal($"CONNECT {Address}:8443 HTTP/1.1\r\nHost: {Address}:8443\r\n\r\n");
        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Pinned);
        attempt.Steps[1].Summary.Should().Be($"Connected to {Address}:8443 through the proxy 127.0.0.1:{proxy.Port}");
        attempt.ReportedNames.Should().Contain(new ReportedName(ReportedNameKind.Host, "127.0.0.1"), "a report that is given away does not name the proxy");
    }

    [Fact]
    public async Task A_plain_http_connection_goes_through_a_tunnel_as_well_and_so_does_each_reconnect()
    {
        await using var system = RawServer.Answering(Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
        await using var proxy = new TestProxy(system.Port);
        var target = Target with { UseHttps = false };
        using var connection = await Connector(proxy).ConnectAsync(target, AttemptAt(target), CancellationToken.None);

        using var first = await connection.Http.GetAsync("/one");
        using var second = await connection.Http.GetAsync("/two");

        proxy.Requests.Should().HaveCount(2).And.OnlyContain(request => request.StartsWith($"CONNECT {Address}:8443 "));
        Encoding.ASCII.GetString(system.Heard).Should().StartWith("GET /two HTTP/1.1\r\n").And.Contain("Host: vcsa.lab.example:8443");
    }

    [Fact]
    public async Task The_credentials_of_the_proxy_are_sent_to_it_and_shown_nowhere()
    {
        await using var proxy = new TestProxy(answer: "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 2\r\n\r\nno");
        var attempt = AttemptAt(Target);

        var failure = await FailureAsync(Connector(proxy, "us%3Aer:s3cret@"), attempt);

        proxy.Requests.Single().Should().Contain($"Proxy-Authorization: Basic {Convert.ToBase64String("us:er:s3cret"u8)}\r\n");
        failure.Category.Should().Be(FailureCategory.PermissionDenied);
        failure.Sentence.Should().Contain("refused the credentials of Pulse:Connections:Proxy");
        $"{failure} {failure.Sentence} {failure.Remedy} {attempt.Steps[^1]}".Should().NotContain("s3cret");
        ProxySetting.Parse("http://user:s3cret@proxy.example:3128")!.ToString().Should().Be("proxy.example:3128");
    }

    [Theory]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", FailureCategory.PermissionDenied, "asks for credentials")]
    [InlineData("HTTP/1.1 403 Forbidden\r\n\r\n<html>no", FailureCategory.PermissionDenied, "refused to connect to vcsa.lab.example:8443 (HTTP 403)")]
    [InlineData("HTTP/1.0 502 Bad Gateway\r\n\r\n", FailureCategory.Unreachable, "could not connect to vcsa.lab.example:8443 (HTTP 502)")]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n", FailureCategory.Protocol, "does not answer like an HTTP proxy")]
    [InlineData("HTTP/1.1 200 OK\r\n", FailureCategory.Protocol, "does not answer like an HTTP proxy")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nwords before Pulse spoke", FailureCategory.Protocol, "does not answer like an HTTP proxy")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n", FailureCategory.Protocol, "does not answer like an HTTP proxy")]
    [InlineData("", FailureCategory.Unreachable, "closed the connection")]
    public async Task A_refusal_of_the_proxy_is_told_from_one_of_the_system(string answer, FailureCategory category, string sentence)
    {
        await using var proxy = new TestProxy(answer: answer);

        var failure = await FailureAsync(Connector(proxy), AttemptAt(Target));

        failure.Category.Should().Be(category);
        failure.Sentence.Should().Contain($"127.0.0.1:{proxy.Port}").And.Contain(sentence);
        failure.Remedy.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Headers_without_an_end_are_cut_off()
    {
        await using var proxy = new TestProxy(answer: "HTTP/1.1 200 OK\r\nX: y\r\nX: y\r\nX: y\r\nX: y\r\nX: y\r\nX: y", repeats: true);

        (await FailureAsync(Connector(proxy), AttemptAt(Target))).Category.Should().Be(FailureCategory.Protocol);
    }

    [Fact]
    public async Task A_proxy_that_keeps_silent_is_named_after_ten_seconds()
    {
        // The clock must not move before the proxy has the request, and a RawServer does not tell that moment.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = new TestClock();
        var connecting = FailureAsync(Connector(((IPEndPoint)silent.LocalEndpoint).Port, clock: clock), AttemptAt(Target));
        using var accepted = await silent.AcceptTcpClientAsync();
        (await accepted.GetStream().ReadAsync(new byte[20])).Should().BePositive();

        clock.Advance(TimeSpan.FromSeconds(10));

        var failure = await connecting;
        failure.Category.Should().Be(FailureCategory.Timeout);
        failure.Sentence.Should().Contain("The proxy 127.0.0.1:").And.Contain("in time");
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named()
    {
        var port = RawServer.ClosedPort();

        var failure = await FailureAsync(Connector(port), AttemptAt(Target));

        failure.Category.Should().Be(FailureCategory.Unreachable);
        failure.Sentence.Should().Contain($"No connection to the proxy 127.0.0.1:{port}");
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("10.9.9.9")]
    public async Task The_address_rules_hold_before_the_proxy_is_asked(string address)
    {
        await using var proxy = new TestProxy();
        var options = Configured(proxy.Port);
        options.AllowedNetworks = [IPNetwork.Parse("10.7.0.0/16")];

        var failure = await FailureAsync(Connector(options, address), AttemptAt(Target));

        failure.Category.Should().Be(FailureCategory.AddressNotAllowed);
        proxy.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_here_is_not_left_to_the_proxy()
    {
        await using var proxy = new TestProxy();
        var connector = new EndpointConnector(
            TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound), Options.Create(Configured(proxy.Port)));

        var failure = await FailureAsync(connector, AttemptAt(Target));

        failure.Category.Should().Be(FailureCategory.NameResolution);
        failure.Remedy.Should().Contain("also when it uses a proxy");
        proxy.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("vcsa.lab.example", "10.0.0.1", true)]
    [InlineData("VCSA.lab.example", "10.0.0.1", true)]
    [InlineData("a.corp.example", "10.0.0.1", true)]
    [InlineData("corp.example", "10.0.0.1", false)]
    [InlineData("notcorp.example", "10.0.0.1", false)]
    [InlineData("b.wild.example", "10.0.0.1", true)]
    [InlineData("x.example", "192.168.7.7", true)]
    [InlineData("x.example", "::ffff:192.168.7.7", true)]
    [InlineData("x.example", "192.169.0.1", false)]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("x.example", "::1", true)]
    public void Exceptions_are_hosts_suffixes_and_networks_and_always_loopback(string host, string address, bool direct)
    {
        var exceptions = new ProxyExceptions();
        foreach (var exception in new[] { "vcsa.lab.example", ".corp.example", "*.wild.example", "192.168.0.0/16" })
        {
            exceptions.TryAdd(exception).Should().BeTrue();
        }

        exceptions.Cover(host, IPAddress.Parse(address)).Should().Be(direct);
    }

    [Fact]
    public async Task An_exception_is_connected_to_directly()
    {
        await using var system = new TlsServer(_certificate);
        await using var proxy = new TestProxy();
        var target = Target with { Port = system.Port, InsecureSkipVerify = true };
        var attempt = AttemptAt(target);

        using var connection = await Connector(Configured(proxy.Port), "127.0.0.1").ConnectAsync(target, attempt, CancellationToken.None);

        proxy.Requests.Should().BeEmpty();
        attempt.Steps[1].Summary.Should().Be($"Connected to 127.0.0.1:{system.Port}");
    }

    private static ConnectionTarget Target { get; } = new() { Host = "vcsa.lab.example", Port = 8443 };

    private static Attempt AttemptAt(ConnectionTarget target) => new(AttemptPurpose.Test, target, new NoLogins(), TimeProvider.System);

    private static ConnectingOptions Configured(int port, string credentials = "") =>
        new() { Proxy = ProxySetting.Parse($"http://{credentials}127.0.0.1:{port}") };

    private static EndpointConnector Connector(TestProxy proxy, string credentials = "") => Connector(Configured(proxy.Port, credentials), Address);

    private static EndpointConnector Connector(int port, TimeProvider? clock = null) => Connector(Configured(port), Address, clock);

    private static EndpointConnector Connector(ConnectingOptions options, string address, TimeProvider? clock = null) =>
        new(clock ?? TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]), Options.Create(options));

    private static async Task<PlatformFailureException> FailureAsync(EndpointConnector connector, Attempt attempt) =>
        (await connector.Invoking(by => by.ConnectAsync(Target, attempt, CancellationToken.None)).Should().ThrowAsync<PlatformFailureException>()).Which;
}
