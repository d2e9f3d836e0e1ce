using System.Formats.Asn1;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

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

        var decision = CertificateDecision.Of(_target, ChainLink.Of(certificate, null), EveryError, TimeProvider.System.GetUtcNow());

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
        var seen = Decide(_target, SslPolicyErrors.None).Describe(ChainLink.Of(_certificate, null)[0]);

        seen.Subject.Should().Be("CN=vcsa.lab.example");
        seen.Issuer.Should().Be("CN=vcsa.lab.example");
        seen.Sha256.Should().Be(CertificateThumbprint.Of(_certificate).ToString());
        seen.Names.Should().Equal("vcsa.lab.example", "192.0.2.7");
        seen.NotAfter.UtcDateTime.Should().Be(_certificate.NotAfter.ToUniversalTime());
        seen.Trust.Should().Be(CertificateTrust.Trusted);
    }

    [Fact]
    public void A_certificate_that_is_signed_with_sha1_is_refused_on_every_machine_unless_it_is_pinned()
    {
        using var root = TestAuthority.Root();
        var certificate = root.SignServer("vcsa.lab.example", sha1: true);
        IReadOnlyList<ChainLink> links = [new(certificate, X509ChainStatusFlags.NoError), new(root.Certificate, X509ChainStatusFlags.NoError)];

        var decision = CertificateDecision.Of(_target, links, SslPolicyErrors.None, TimeProvider.System.GetUtcNow());
        var pinned = CertificateDecision.Of(
            _target with { CertificateThumbprint = CertificateThumbprint.Of(certificate) }, links, SslPolicyErrors.None, TimeProvider.System.GetUtcNow());

        decision.Refusal.Should().Be(FailureCategory.TlsUntrusted);
        decision.Sentence.Should().Contain("algorithm that can be forged").And.Contain("sha1RSA");
        decision.Remedy.Should().Contain("SHA-256");
        pinned.Refusal.Should().BeNull();
    }

    [Theory]
    [InlineData(X509ChainStatusFlags.Revoked, "revoked")]
    [InlineData(X509ChainStatusFlags.ExplicitDistrust, "distrusted")]
    [InlineData(X509ChainStatusFlags.HasWeakSignature, "can be forged")]
    [InlineData(X509ChainStatusFlags.NotSignatureValid, "damaged or forged")]
    [InlineData(X509ChainStatusFlags.NotValidForUsage, "another use")]
    [InlineData(X509ChainStatusFlags.HasNotPermittedNameConstraint, "HasNotPermittedNameConstraint")]
    [InlineData(X509ChainStatusFlags.UntrustedRoot, "signed by itself")]
    public void Each_status_of_a_chain_has_words_of_its_own(X509ChainStatusFlags status, string words)
    {
        var decision = CertificateDecision.Of(
            _target, [new(_certificate, status)], SslPolicyErrors.RemoteCertificateChainErrors, TimeProvider.System.GetUtcNow());

        decision.Refusal.Should().Be(FailureCategory.TlsUntrusted);
        decision.Sentence.Should().Contain("vcsa.lab.example:443").And.Contain(words);
    }

    [Fact]
    public void What_a_machine_says_only_of_the_whole_chain_counts_for_its_end()
    {
        using var chain = new X509Chain { ChainPolicy = { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck } };
        using var root = TestAuthority.Root();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.Build(root.SignServer()).Should().BeFalse();

        ChainLink.Of(_certificate, chain)[^1].Status.Should().HaveFlag(X509ChainStatusFlags.PartialChain);
        ChainLink.Of(_certificate, null).Should().Equal(new ChainLink(_certificate, X509ChainStatusFlags.NoError));
    }

    [Fact]
    public void The_names_in_a_certificate_are_cut_counted_and_cleaned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName("a\nb\u202e\u200b" + new string('x', 5000));
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        var names = new AsnWriter(AsnEncodingRules.DER);
        using (names.PushSequence())
        {
            for (var i = 0; i < 500; i++)
            {
                names.WriteCharacterString(UniversalTagNumber.IA5String, $"{new string('n', 300)}{i}.example", new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        }

        request.CertificateExtensions.Add(new X509SubjectAlternativeNameExtension(names.Encode()));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), DateTimeOffset.MaxValue);
        var links = ChainLink.Of(certificate, null);

        var decision = CertificateDecision.Of(_target, links, EveryError, now);
        var seen = decision.Describe(links[0]);

        seen.Names.Should().HaveCount(100).And.OnlyContain(name => name.Length <= 256);
        seen.Subject.Length.Should().Be(256);
        seen.Subject.Should().EndWith("…").And.NotContainAny("\n", "\u202e", "\u200b");
        seen.Issuer.Length.Should().Be(256);
        seen.NotAfter.Year.Should().Be(9999);
        decision.Sentence.Length.Should().BeLessThan(2000);
    }

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        SystemText.Text(new string('x', 254) + "\U0001f4e6\U0001f4e6").Should().Be(new string('x', 254) + "…");
        SystemText.Text("\ud83d alone").Should().Be("\ufffd alone");
        SystemText.Text(new string('x', 256)).Should().Be(new string('x', 256));
    }

    private CertificateDecision Decide(ConnectionTarget target, SslPolicyErrors errors) =>
        CertificateDecision.Of(target, ChainLink.Of(_certificate, null), errors, TimeProvider.System.GetUtcNow());
}
