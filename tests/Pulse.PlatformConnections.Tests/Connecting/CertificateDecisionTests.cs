using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class CertificateDecisionTests : IDisposable
{
    private const SslPolicyErrors EveryError =
        SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch;

    private readonly X509Certificate2 _certificate = SelfSigned.Certificate("vcsa.lab.example");
    private readonly ConnectionTarget _target = new() { Host = "vcsa.lab.example", Port = 443 };

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public void A_chain_that_the_system_trusts_is_trusted()
    {
        var decision = Decide(_target, SslPolicyErrors.None);

        decision.Trust.Should().Be(CertificateTrust.Trusted);
        decision.Refusal.Should().BeNull();
        decision.Remedy.Should().BeNull();
    }

    [Fact]
    public void A_chain_that_the_system_does_not_trust_is_refused_with_the_advice_to_pin_it()
    {
        var decision = Decide(_target, SslPolicyErrors.RemoteCertificateChainErrors);

        decision.Trust.Should().Be(CertificateTrust.Untrusted);
        decision.Refusal.Should().Be(FailureCategory.TlsUntrusted);
        decision.Remedy.Should().Contain("pin it");
    }

    [Fact]
    public void A_certificate_for_other_names_is_refused_and_the_names_are_shown()
    {
        var decision = Decide(_target with { Host = "10.0.0.5" }, EveryError);

        decision.Refusal.Should().Be(FailureCategory.TlsNameMismatch);
        decision.Sentence.Should().Contain("vcsa.lab.example").And.Contain("192.0.2.7").And.Contain("10.0.0.5:443");
    }

    [Theory]
    [InlineData(-30, -1, "expired on")]
    [InlineData(1, 30, "not valid before")]
    public void A_certificate_outside_of_its_dates_is_refused_before_anything_else_is_said(int from, int to, string words)
    {
        using var certificate = SelfSigned.Certificate(validFromDays: from, validToDays: to);

        var decision = CertificateDecision.Of(_target, certificate, EveryError, TimeProvider.System.GetUtcNow());

        decision.Trust.Should().Be(CertificateTrust.Untrusted);
        decision.Refusal.Should().Be(FailureCategory.TlsExpired);
        decision.Sentence.Should().Contain(words);
    }

    [Fact]
    public void The_pinned_certificate_is_accepted_whatever_its_chain_says()
    {
        var decision = Decide(_target with { CertificateThumbprint = CertificateThumbprint.Of(_certificate) }, EveryError);

        decision.Trust.Should().Be(CertificateTrust.Pinned);
        decision.Refusal.Should().BeNull();
        decision.Remedy.Should().BeNull();
    }

    [Fact]
    public void A_sha1_pin_is_accepted_with_the_advice_to_take_sha256()
    {
        var pin = CertificateThumbprint.Parse(_certificate.GetCertHashString(HashAlgorithmName.SHA1));

        var decision = Decide(_target with { CertificateThumbprint = pin }, EveryError);

        decision.Trust.Should().Be(CertificateTrust.Pinned);
        decision.Refusal.Should().BeNull();
        decision.Remedy.Should().Contain("SHA-256");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_certificate_than_the_pinned_one_is_refused_even_when_the_system_trusts_it(bool skip)
    {
        var pin = CertificateThumbprint.Parse(new string('A', 64))!;

        var decision = Decide(_target with { CertificateThumbprint = pin, InsecureSkipVerify = skip }, SslPolicyErrors.None);

        decision.Trust.Should().Be(CertificateTrust.Mismatch);
        decision.Refusal.Should().Be(FailureCategory.TlsPinMismatch);
        decision.Sentence.Should().Contain(pin.ToString()).And.Contain(CertificateThumbprint.Of(_certificate).ToString());
    }

    [Fact]
    public void Without_verification_anything_is_accepted_and_marked()
    {
        var decision = Decide(_target with { InsecureSkipVerify = true }, EveryError);

        decision.Trust.Should().Be(CertificateTrust.Skipped);
        decision.Refusal.Should().BeNull();
        decision.Remedy.Should().Contain("Pin");
    }

    [Fact]
    public void The_certificate_is_described_with_its_names_and_dates()
    {
        var seen = Decide(_target, SslPolicyErrors.None).Describe(_certificate);

        seen.Subject.Should().Be("CN=vcsa.lab.example");
        seen.Issuer.Should().Be("CN=vcsa.lab.example");
        seen.Sha256.Should().Be(CertificateThumbprint.Of(_certificate).ToString());
        seen.Names.Should().Equal("vcsa.lab.example", "192.0.2.7");
        seen.NotAfter.UtcDateTime.Should().Be(_certificate.NotAfter.ToUniversalTime());
        seen.Trust.Should().Be(CertificateTrust.Trusted);
    }

    private CertificateDecision Decide(ConnectionTarget target, SslPolicyErrors errors) =>
        CertificateDecision.Of(target, _certificate, errors, TimeProvider.System.GetUtcNow());
}
