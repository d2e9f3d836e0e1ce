using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Whether a certificate is accepted under the settings of a connection, and why (not).</summary>
/// <param name="Trust">What is shown beside the certificate.</param>
/// <param name="Sentence">Says it in words.</param>
internal sealed record CertificateDecision(CertificateTrust Trust, string Sentence)
{
    private const int NamesShown = 5;
    private static readonly TimeSpan NoticePeriod = TimeSpan.FromDays(30);

    /// <summary>Why it is refused; null when it is accepted.</summary>
    public FailureCategory? Refusal { get; private init; }

    /// <summary>What to do about a refusal, or about an acceptance that should not stay as it is.</summary>
    public string? Remedy { get; private init; }

    /// <summary>Says that an accepted certificate ends soon; null when it does not.</summary>
    public string? Expiry { get; private init; }

    public static CertificateDecision Of(
        ConnectionTarget target, X509Certificate2 certificate, SslPolicyErrors errors, DateTimeOffset now)
    {
        var decision = Judge(target, certificate, errors, now);
        return decision.Refusal is null ? decision with { Expiry = ExpiryOf(certificate, now) } : decision;
    }

    private static CertificateDecision Judge(
        ConnectionTarget target, X509Certificate2 certificate, SslPolicyErrors errors, DateTimeOffset now)
    {
        if (target.CertificateThumbprint is { } pin)
        {
            return pin.Matches(certificate) ? Pinned(pin) : Mismatch(target, pin, certificate);
        }

        if (target.InsecureSkipVerify)
        {
            return new(CertificateTrust.Skipped, "certificate not checked, as the connection says")
            {
                Remedy = "Pin the certificate instead: as it is, whoever stands in between can read the password.",
            };
        }

        return errors == SslPolicyErrors.None
            ? new(CertificateTrust.Trusted, "certificate trusted by this machine")
            : Untrusted(target, certificate, errors, now);
    }

    /// <summary>The certificate as it is shown in a test report.</summary>
    public CertificateSeen Describe(X509Certificate2 certificate) => new(
        certificate.Subject,
        certificate.Issuer,
        CertificateThumbprint.Of(certificate).ToString(),
        Utc(certificate.NotBefore),
        Utc(certificate.NotAfter),
        Trust,
        NamesOf(certificate));

    // A pin or a skipped check accepts it after its end, too; what else reads it will not.
    private static string? ExpiryOf(X509Certificate2 certificate, DateTimeOffset now)
    {
        var end = Utc(certificate.NotAfter);
        return end - now > NoticePeriod ? null : $"the certificate {(end < now ? "expired" : "expires")} on {end:yyyy-MM-dd}";
    }

    private static CertificateDecision Pinned(CertificateThumbprint pin) =>
        new(CertificateTrust.Pinned, "certificate trusted by its pin")
        {
            Remedy = pin.IsSha1 ? "Pin the SHA-256 thumbprint: SHA-1 is weak." : null,
        };

    private static CertificateDecision Mismatch(ConnectionTarget target, CertificateThumbprint pin, X509Certificate2 certificate) =>
        new(
            CertificateTrust.Mismatch,
            $"{target.Endpoint} shows another certificate than the pinned one: pinned {pin}, seen {CertificateThumbprint.Of(certificate)}.")
        {
            Refusal = FailureCategory.TlsPinMismatch,
            Remedy = "Compare the seen thumbprint with the one on the system itself. If the certificate was replaced on purpose, pin the new one.",
        };

    private static CertificateDecision Untrusted(
        ConnectionTarget target, X509Certificate2 certificate, SslPolicyErrors errors, DateTimeOffset now)
    {
        if (now > Utc(certificate.NotAfter))
        {
            return Expired($"The certificate of {target.Endpoint} expired on {Utc(certificate.NotAfter):yyyy-MM-dd}.");
        }

        if (now < Utc(certificate.NotBefore))
        {
            return Expired($"The certificate of {target.Endpoint} is not valid before {Utc(certificate.NotBefore):yyyy-MM-dd}.");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            var names = NamesOf(certificate);
            var shown = names.Count == 0 ? certificate.Subject : string.Join(", ", names.Take(NamesShown));
            return Refused(
                FailureCategory.TlsNameMismatch,
                $"The certificate of {target.Endpoint} is for other names: {shown}.",
                "Connect by a name that the certificate is for, or compare its thumbprint with the one on the system and pin it.");
        }

        return Refused(
            FailureCategory.TlsUntrusted,
            $"The certificate of {target.Endpoint} is not signed by an authority that this machine trusts.",
            "Compare its thumbprint with the one on the system and pin it, or add the authority to the trust of this machine.");
    }

    private static CertificateDecision Expired(string sentence) => Refused(
        FailureCategory.TlsExpired,
        sentence,
        "Renew the certificate on the system (and check the clocks), or compare its thumbprint with the one on the system and pin it.");

    private static CertificateDecision Refused(FailureCategory category, string sentence, string remedy) =>
        new(CertificateTrust.Untrusted, sentence) { Refusal = category, Remedy = remedy };

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local).ToUniversalTime();

    private static IReadOnlyList<string> NamesOf(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension =>
                    extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))),
            ];
        }
        catch (CryptographicException)
        {
            // Names that cannot be read are no reason to hide the rest of the certificate.
            return [];
        }
    }
}
