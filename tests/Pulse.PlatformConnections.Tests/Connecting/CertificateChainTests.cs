using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>Chains as systems send them, over real handshakes, on a machine that trusts one root.</summary>
public sealed class CertificateChainTests : IDisposable
{
    private readonly TestAuthority _root = TestAuthority.Root();
    private readonly TestAuthority _stranger = TestAuthority.Root("Somebody Else");

    public void Dispose()
    {
        _root.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_chain_to_a_trusted_root_is_trusted()
    {
        var issuing = _root.SignAuthority("Issuing CA");

        var (attempt, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure.Should().BeNull();
        attempt.Certificate!.Trust.Should().Be(CertificateTrust.Trusted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_issuing_authority_that_has_expired_is_named_with_its_date_also_below_a_root_that_is_not_trusted(bool trusted)
    {
        var issuing = (trusted ? _root : _stranger).SignAuthority("Issuing CA", -300, -2);

        var (attempt, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsExpired);
        failure.Sentence.Should().Contain("authority 'Issuing CA'").And.Contain($"expired on {TimeProvider.System.GetUtcNow().AddDays(-2):yyyy-MM-dd}");
        failure.Remedy.Should().Contain("Install the renewed certificate of 'Issuing CA' on the system");
        attempt.ReportedNames.Should().Contain(new ReportedName(ReportedNameKind.Object, "Issuing CA"), "a report that is given away does not name it");
    }

    [Fact]
    public async Task An_issuing_authority_that_is_not_valid_yet_is_named_with_its_date()
    {
        var issuing = _root.SignAuthority("Issuing CA", 2, 300);

        var (_, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsExpired);
        failure.Sentence.Should().Contain("authority 'Issuing CA'").And.Contain($"not valid before {TimeProvider.System.GetUtcNow().AddDays(2):yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_certificate_that_has_expired_says_so_below_a_trusted_root()
    {
        var (_, failure) = await ConnectAsync(_root.SignServer(fromDays: -20, toDays: -1));

        failure!.Category.Should().Be(FailureCategory.TlsExpired);
        failure.Sentence.Should().Contain("The certificate of localhost:").And.Contain("expired on");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_for_clients_is_told_from_one_that_is_not_trusted(bool trusted)
    {
        var issuing = (trusted ? _root : _stranger).SignAuthority("Issuing CA");

        var (_, failure) = await ConnectAsync(issuing.SignServer(use: TestAuthority.ClientUse), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("The certificate of localhost:").And.Contain("for another use than a server's (client authentication)");
        failure.Remedy.Should().Contain("certificate for server authentication on the system");
    }

    [Fact]
    public async Task An_authority_for_clients_only_is_named()
    {
        var issuing = _root.SignAuthority("Client CA", use: TestAuthority.ClientUse);

        var (_, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("authority 'Client CA'").And.Contain("another use");
    }

    [Fact]
    public async Task A_missing_intermediate_is_named_with_the_machine_to_install_it_on()
    {
        var issuing = _root.SignAuthority("Issuing CA");

        var (_, failure) = await ConnectAsync(issuing.SignServer());

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("signed by 'Issuing CA', whose certificate the system does not send");
        failure.Remedy.Should().Contain("install its certificate on the system").And.Contain("machine that Pulse runs on").And.Contain("pin it");
    }

    [Fact]
    public async Task A_root_that_this_machine_does_not_trust_is_named()
    {
        var issuing = _stranger.SignAuthority("Issuing CA");

        var (_, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("the authority 'Somebody Else', which this machine does not trust");
        failure.Remedy.Should().Contain("pin it").And.Contain("add 'Somebody Else' to the trusted authorities of the machine that Pulse runs on");
    }

    [Fact]
    public async Task A_certificate_that_signed_itself_says_so()
    {
        using var certificate = SelfSigned.Certificate();

        var (_, failure) = await ConnectAsync(certificate);

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("signed by itself");
        failure.Remedy.Should().Contain("pin it");
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_a_mismatch_also_below_a_trusted_root()
    {
        var (_, failure) = await ConnectAsync(_root.SignServer("other.example"));

        failure!.Category.Should().Be(FailureCategory.TlsNameMismatch);
        failure.Sentence.Should().Contain("other.example");
    }

    [Fact]
    public async Task An_issuer_that_is_no_authority_breaks_a_rule()
    {
        var issuing = _root.SignAuthority("Not a CA", isAuthority: false);

        var (_, failure) = await ConnectAsync(issuing.SignServer(), [issuing.Certificate]);

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("'Not a CA'").And.Contain("breaks a rule");
    }

    [Fact]
    public async Task A_signature_of_another_key_is_told_from_an_authority_that_is_not_trusted()
    {
        using var another = System.Security.Cryptography.RSA.Create(2048);

        var (_, failure) = await ConnectAsync(_root.SignServer(forgedBy: another));

        failure!.Category.Should().Be(FailureCategory.TlsUntrusted);
        failure.Sentence.Should().Contain("damaged or forged");
    }

    private async Task<(Attempt Attempt, PlatformFailureException? Failure)> ConnectAsync(
        X509Certificate2 certificate, IEnumerable<X509Certificate2>? sent = null)
    {
        await using var server = new TlsServer(certificate, sent);
        var target = new ConnectionTarget { Host = "localhost", Port = server.Port };
        var attempt = new Attempt(AttemptPurpose.Test, target, new NoLogins(), TimeProvider.System);
        var connector = new EndpointConnector(TimeProvider.System) { Trusted = [_root.Certificate] };
        try
        {
            (await connector.ConnectAsync(target, attempt, CancellationToken.None)).Dispose();
            return (attempt, null);
        }
        catch (PlatformFailureException failure)
        {
            return (attempt, failure);
        }
    }
}
