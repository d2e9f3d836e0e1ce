using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class EndpointConnectorTests : IAsyncLifetime
{
    private readonly X509Certificate2 _certificate = SelfSigned.Certificate();
    private readonly List<string> _connectionIds = [];
    private WebApplication _server = null!;

    private int HttpsPort => PortOf("https:");

    private int HttpPort => PortOf("http:");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _server = builder.Build();
        _server.MapGet("/", (HttpContext context) =>
        {
            _connectionIds.Add(context.Connection.Id);
            return "hello";
        });
        _server.MapGet("/elsewhere", () => Results.Redirect("/"));
        _server.MapGet("/close", (HttpContext context) => context.Response.Headers.Connection = "close");
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task The_three_steps_and_the_first_request_share_one_connection()
    {
        var resolved = 0;
        var attempt = AttemptAt(Pinned, out var target);

        using var connection = await Connector((_, _) =>
        {
            resolved++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        }).ConnectAsync(target, attempt, CancellationToken.None);
        await connection.Http.GetStringAsync("/");
        await connection.Http.GetStringAsync("/");

        resolved.Should().Be(1);
        _connectionIds.Distinct().Should().ContainSingle();
        attempt.Steps.Select(step => step.Name).Should().Equal(EndpointConnector.Steps.Select(step => step.Name));
        attempt.Steps.Should().OnlyContain(step => step.Outcome == StepOutcome.Passed);
        attempt.Steps[2].Summary.Should().MatchRegex("^TLS 1.[23], certificate trusted by its pin$");
        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Pinned);
    }

    [Fact]
    public async Task A_refused_certificate_is_shown_all_the_same()
    {
        var attempt = AttemptAt(target => target, out var target);

        var failure = await FailureAsync(attempt, target);

        failure.Category.Should().Be(FailureCategory.TlsUntrusted);
        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Untrusted);
        attempt.Certificate.Sha256.Should().Be(CertificateThumbprint.Of(_certificate).ToString());
        attempt.Steps[^1].Should().Match<TestStep>(step => step.Name == "tls" && step.Outcome == StepOutcome.Failed);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_a_name_mismatch()
    {
        var attempt = AttemptAt(target => target with { Host = "127.0.0.1" }, out var target);

        (await FailureAsync(attempt, target)).Category.Should().Be(FailureCategory.TlsNameMismatch);
    }

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused_and_shown()
    {
        var attempt = AttemptAt(target => target with { CertificateThumbprint = CertificateThumbprint.Parse(new string('0', 64)) }, out var target);

        var failure = await FailureAsync(attempt, target);

        failure.Category.Should().Be(FailureCategory.TlsPinMismatch);
        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Mismatch);
    }

    [Fact]
    public async Task Skipping_the_check_connects_with_a_warning()
    {
        var attempt = AttemptAt(target => target with { InsecureSkipVerify = true }, out var target);

        using var connection = await Connector().ConnectAsync(target, attempt, CancellationToken.None);

        attempt.Steps[2].Outcome.Should().Be(StepOutcome.Warning);
        connection.Certificate!.Trust.Should().Be(CertificateTrust.Skipped);
    }

    [Fact]
    public async Task Without_https_the_tls_step_warns_about_clear_text()
    {
        var attempt = AttemptAt(target => target with { UseHttps = false, Port = HttpPort }, out var target);

        using var connection = await Connector().ConnectAsync(target, attempt, CancellationToken.None);

        (await connection.Http.GetStringAsync("/")).Should().Be("hello");
        attempt.Certificate.Should().BeNull();
        attempt.Steps[2].Outcome.Should().Be(StepOutcome.Warning);
        attempt.Steps[2].Summary.Should().Contain("clear text");
    }

    [Fact]
    public async Task A_port_that_speaks_plain_http_is_a_protocol_failure_that_says_so()
    {
        var attempt = AttemptAt(target => target with { Port = HttpPort }, out var target);

        var failure = await FailureAsync(attempt, target);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain("speaks no TLS");
        attempt.Certificate.Should().BeNull();
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_unreachable()
    {
        var attempt = AttemptAt(target => target with { Port = RawServer.ClosedPort() }, out var target);

        var failure = await FailureAsync(attempt, target);

        failure.Category.Should().Be(FailureCategory.Unreachable);
        failure.Detail.Should().Be("ConnectionRefused");
        attempt.Steps[^1].Name.Should().Be("connect");
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_named()
    {
        var attempt = AttemptAt(target => target with { Host = "vcsa.lab.example" }, out var target);

        var failure = await FailureAsync(attempt, target, (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        failure.Category.Should().Be(FailureCategory.NameResolution);
        failure.Sentence.Should().Contain("vcsa.lab.example");
        attempt.Steps[^1].Name.Should().Be("resolve");
    }

    [Theory]
    [InlineData("not a name")]
    [InlineData("")]
    [InlineData("a/b")]
    public async Task What_is_no_host_name_at_all_does_not_resolve(string host)
    {
        var attempt = AttemptAt(target => target with { Host = host }, out var target);

        (await FailureAsync(attempt, target)).Category.Should().Be(FailureCategory.NameResolution);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    public async Task An_address_of_a_metadata_service_is_refused_as_a_literal_and_behind_a_name(string address)
    {
        var literal = AttemptAt(target => target with { Host = address }, out var literalTarget);
        var named = AttemptAt(target => target with { Host = "vcsa.lab.example" }, out var namedTarget);

        (await FailureAsync(literal, literalTarget)).Category.Should().Be(FailureCategory.AddressNotAllowed);
        var failure = await FailureAsync(named, namedTarget, Always(address));
        failure.Category.Should().Be(FailureCategory.AddressNotAllowed);
        failure.Sentence.Should().Contain($"vcsa.lab.example:{namedTarget.Port} is at {address}.").And.Contain("metadata");
        named.Steps.Select(step => step.Name).Should().Equal("resolve");
    }

    [Fact]
    public async Task A_refused_address_and_a_dead_one_are_passed_over_for_one_that_answers()
    {
        var attempt = AttemptAt(Pinned, out var target);

        using var connection = await Connector(Always("169.254.169.254", "127.0.0.77", "127.0.0.1"))
            .ConnectAsync(target, attempt, CancellationToken.None);

        attempt.Steps[1].Summary.Should().Contain($"127.0.0.1:{HttpsPort}");
    }

    [Fact]
    public async Task A_reconnect_runs_the_same_checks()
    {
        var addresses = new Queue<string>(["127.0.0.1", "169.254.169.254"]);
        var attempt = AttemptAt(Pinned, out var target);
        using var connection = await Connector((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(addresses.Dequeue())]))
            .ConnectAsync(target, attempt, CancellationToken.None);
        using var last = await connection.Http.GetAsync("/close");

        var reconnect = await connection.Http.Invoking(http => http.GetAsync("/")).Should().ThrowAsync<HttpRequestException>();

        TransportFailure.From(reconnect.Which, target)!.Category.Should().Be(FailureCategory.AddressNotAllowed);
    }

    [Fact]
    public async Task An_address_outside_of_the_allowed_networks_is_refused_by_the_name_of_the_setting()
    {
        var options = Options.Create(new ConnectingOptions { AllowedNetworks = [IPNetwork.Parse("10.0.0.0/8")] });
        var attempt = AttemptAt(Pinned, out var target);

        var failure = await FailureAsync(attempt, target, new EndpointConnector(TimeProvider.System, Always("127.0.0.1"), options));

        failure.Category.Should().Be(FailureCategory.AddressNotAllowed);
        failure.Sentence.Should().Contain("is at 127.0.0.1").And.Contain("Pulse:Connections:AllowedNetworks");
        failure.Remedy.Should().Contain("Pulse:Connections:AllowedNetworks");
        attempt.ReportedNames.Should().Contain(new ReportedName(ReportedNameKind.Address, "127.0.0.1"), "a report that is given away names no address");
    }

    [Fact]
    public async Task Of_several_addresses_one_in_the_allowed_networks_is_connected_to_also_by_a_reconnect()
    {
        var options = Options.Create(new ConnectingOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.1/32")] });
        var answers = new Queue<string[]>([["127.0.0.2", "127.0.0.1"], ["127.0.0.2"]]);
        var attempt = AttemptAt(Pinned, out var target);
        var connector = new EndpointConnector(TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([.. answers.Dequeue().Select(IPAddress.Parse)]), options);

        using var connection = await connector.ConnectAsync(target, attempt, CancellationToken.None);
        using var last = await connection.Http.GetAsync("/close");
        var reconnect = await connection.Http.Invoking(http => http.GetAsync("/")).Should().ThrowAsync<HttpRequestException>();

        attempt.Steps[1].Summary.Should().Contain($"127.0.0.1:{HttpsPort}");
        TransportFailure.From(reconnect.Which, target)!.Category.Should().Be(FailureCategory.AddressNotAllowed);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var attempt = AttemptAt(Pinned, out var target);
        using var connection = await Connector().ConnectAsync(target, attempt, CancellationToken.None);

        var redirect = await connection.Http.Invoking(http => http.GetAsync("/elsewhere")).Should().ThrowAsync<PlatformFailureException>();

        redirect.Which.Sentence.Should().Contain("redirects to another page of its own");
        _connectionIds.Should().BeEmpty();
    }

    [Fact]
    public async Task A_connection_that_nobody_used_is_closed_with_its_owner()
    {
        // The test sees the end of the connection itself; a RawServer hides it.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var attempt = AttemptAt(target => target with { UseHttps = false, Port = ((IPEndPoint)listener.LocalEndpoint).Port }, out var target);

        (await Connector().ConnectAsync(target, attempt, CancellationToken.None)).Dispose();

        using var accepted = await listener.AcceptTcpClientAsync();
        (await accepted.GetStream().ReadAsync(new byte[1])).Should().Be(0);
    }

    private static EndpointConnector Connector(HostResolver? resolve = null) => new(TimeProvider.System, resolve: resolve ?? Always("127.0.0.1"));

    private static HostResolver Always(params string[] addresses) =>
        (_, _) => Task.FromResult<IPAddress[]>([.. addresses.Select(IPAddress.Parse)]);

    private static Task<PlatformFailureException> FailureAsync(Attempt attempt, ConnectionTarget target, HostResolver? resolve = null) =>
        FailureAsync(attempt, target, Connector(resolve));

    private static async Task<PlatformFailureException> FailureAsync(Attempt attempt, ConnectionTarget target, EndpointConnector by) =>
        (await by.Invoking(connector => connector.ConnectAsync(target, attempt, CancellationToken.None))
            .Should().ThrowAsync<PlatformFailureException>()).Which;

    private ConnectionTarget Pinned(ConnectionTarget target) => target with { CertificateThumbprint = CertificateThumbprint.Of(_certificate) };

    private Attempt AttemptAt(Func<ConnectionTarget, ConnectionTarget> change, out ConnectionTarget target)
    {
        target = change(new ConnectionTarget { Host = "localhost", Port = HttpsPort });
        return new Attempt(AttemptPurpose.Test, target, new NoLogins(), TimeProvider.System);
    }

    private int PortOf(string scheme) =>
        new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Single(address => address.StartsWith(scheme, StringComparison.Ordinal))).Port;
}
