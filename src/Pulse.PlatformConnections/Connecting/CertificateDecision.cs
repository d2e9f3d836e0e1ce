using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Whether a certificate is accepted under the settings of a connection, and the reason.</summary>
/// <param name="Trust">The word that is shown next to the certificate.</param>
/// <param name="Sentence">The decision in words.</param>
internal sealed record CertificateDecision(CertificateTrust Trust, string Sentence)
{
    private const int NamesShown = 5;

    /// <summary>The reason of a refusal; null if the certificate is accepted.</summary>
    public FailureCategory? Refusal { get; private init; }

    /// <summary>The remedy for a refusal, or for an acceptance that should not be permanent.</summary>
    public string? Remedy { get; private init; }

    /// <summary>The sentence for an accepted certificate that expires soon; otherwise null.</summary>
    public string? Expiry { get; private init; }

    /// <summary>The authority in the words, so that a shared report can omit it.</summary>
    public IReadOnlyList<ReportedName> ReportedNames { get; private init; } = [];

    /// <param name="target">Its settings decide which certificates are accepted.</param>
    /// <param name="links">The certificate of the system first, then that of each issuer.</param>
    /// <param name="errors">The errors that the framework found.</param>
    /// <param name="now">The time with which the dates are compared.</param>
    public static CertificateDecision Of(ConnectionTarget target, IReadOnlyList<ChainLink> links, SslPolicyErrors errors, DateTimeOffset now)
    {
        var decision = Judge(target, links, errors, now);
        return decision.Refusal is null ? decision with { Expiry = CertificateExpiry.Of(links[0].NotAfter, now) } : decision;
    }

    private static CertificateDecision Judge(ConnectionTarget target, IReadOnlyList<ChainLink> links, SslPolicyErrors errors, DateTimeOffset now)
    {
        var certificate = links[0].Certificate;

        if (target.CertificateThumbprint is { } pin)
        {
            return pin.Matches(certificate) ? Pinned(pin) : Mismatch(target, pin, certificate);
        }

        if (target.InsecureSkipVerify)
        {
            return new(CertificateTrust.Skipped, "certificate not checked, as the connection says")
            {
                Remedy = "Pin the certificate instead: without a pin, an attacker on the network can read every secret.",
            };
        }

        return errors == SslPolicyErrors.None && !links.Any(link => link.HasWeakSignature)
            ? new(CertificateTrust.Trusted, "certificate trusted by this machine")
            : Untrusted(target, links, errors, now);
    }

    /// <summary>The certificate in the form of a test report.</summary>
    public CertificateSeen Describe(ChainLink link) => new(
        SystemText.Text(link.Certificate.Subject),
        SystemText.Text(link.Certificate.Issuer),
        CertificateThumbprint.Of(link.Certificate).ToString(),
        link.NotBefore,
        link.NotAfter,
        Trust,
        CertificateNames.Of(link.Certificate));

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

    private static CertificateDecision Untrusted(ConnectionTarget target, IReadOnlyList<ChainLink> links, SslPolicyErrors errors, DateTimeOffset now)
    {
        if (ChainFault.OfCertificates(target.Endpoint, links, now) is { } fault)
        {
            return Refused(fault);
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            var names = CertificateNames.Of(links[0].Certificate);
            var shown = names.Count == 0 ? SystemText.Text(links[0].Certificate.Subject) : string.Join(", ", names.Take(NamesShown));
            return Refused(new(
                FailureCategory.TlsNameMismatch,
                $"The certificate of {target.Endpoint} is for other names: {shown}.",
                "Connect by a name that the certificate is for, or compare its thumbprint with the one on the system and pin it."));
        }

        return Refused(ChainFault.OfTrust(target.Endpoint, links));
    }

    private static CertificateDecision Refused(ChainFault fault) => new(CertificateTrust.Untrusted, fault.Sentence)
    {
        Refusal = fault.Category,
        Remedy = fault.Remedy,
        ReportedNames = fault.Authority is { } authority ? [new(ReportedNameKind.Object, authority)] : [],
    };
}
