using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The fault of a certificate chain, in words that name the certificate concerned.</summary>
/// <param name="Category">One of the closed list.</param>
/// <param name="Sentence">The fault.</param>
/// <param name="Remedy">The remedy, with the machine on which to apply it.</param>
internal sealed record ChainFault(FailureCategory Category, string Sentence, string Remedy)
{
    private const string OrPin = "or compare the thumbprint of the system's certificate with the one on the system and pin it.";

    private const X509ChainStatusFlags BrokenRules =
        X509ChainStatusFlags.InvalidBasicConstraints | X509ChainStatusFlags.InvalidNameConstraints | X509ChainStatusFlags.HasNotSupportedNameConstraint
        | X509ChainStatusFlags.HasNotDefinedNameConstraint | X509ChainStatusFlags.HasNotPermittedNameConstraint
        | X509ChainStatusFlags.HasExcludedNameConstraint | X509ChainStatusFlags.InvalidPolicyConstraints | X509ChainStatusFlags.NoIssuanceChainPolicy
        | X509ChainStatusFlags.InvalidExtension | X509ChainStatusFlags.HasNotSupportedCriticalExtension | X509ChainStatusFlags.Cyclic;

    /// <summary>The authority in the sentence, so that a shared report can omit it.</summary>
    public string? Authority { get; private init; }

    /// <summary>A fault that remains even if the authority is trusted: dates, a revocation, a signature, the use, the rules of the authority.</summary>
    /// <returns>Null if there is no such fault.</returns>
    public static ChainFault? OfCertificates(string endpoint, IReadOnlyList<ChainLink> links, DateTimeOffset now) =>
        First(links, link => OutsideOfDates(endpoint, link, link == links[0], now))
        ?? First(links, link => Invalid(endpoint, link, link == links[0]))
        ?? WrongUse(endpoint, links)
        ?? First(links, link => RuleBroken(endpoint, link, link == links[0]));

    /// <summary>The reason why this machine does not trust a chain without other faults.</summary>
    public static ChainFault OfTrust(string endpoint, IReadOnlyList<ChainLink> links)
    {
        var last = links[^1];
        if (!last.IsSelfIssued)
        {
            return NoIssuer(endpoint, last, last == links[0]);
        }

        if (last == links[0])
        {
            return new(
                FailureCategory.TlsUntrusted,
                $"The certificate of {endpoint} is signed by itself, and this machine does not trust it.",
                "Compare its thumbprint with the one on the system and pin it, or add the certificate to the trusted ones of the machine that Pulse runs on.");
        }

        var root = CertificateNames.Short(last.Certificate);
        return new(
            FailureCategory.TlsUntrusted,
            $"The certificate of {endpoint} is signed by the authority '{root}', which this machine does not trust.",
            $"Compare its thumbprint with the one on the system and pin it, or add '{root}' to the trusted authorities of the machine that Pulse runs on.")
        {
            Authority = root,
        };
    }

    private static ChainFault NoIssuer(string endpoint, ChainLink last, bool isLeaf)
    {
        var issuer = CertificateNames.Short(last.Certificate, ofIssuer: true);
        return new(
            FailureCategory.TlsUntrusted,
            isLeaf
                ? $"The certificate of {endpoint} is signed by '{issuer}', whose certificate the system does not send and this machine does not have."
                : $"The certificate of {endpoint} leads to the authority '{issuer}', which this machine does not trust.",
            isLeaf
                ? $"If '{issuer}' is an intermediate authority, install its certificate on the system, which has to send it. If it is a root, add it to the trusted "
                    + $"authorities of the machine that Pulse runs on. Or compare the thumbprint with the one on the system and pin it."
                : $"Compare the thumbprint with the one on the system and pin it, or add '{issuer}' to the trusted authorities of the machine that Pulse runs on.")
        {
            Authority = issuer,
        };
    }

    private static ChainFault? OutsideOfDates(string endpoint, ChainLink link, bool isLeaf, DateTimeOffset now)
    {
        if (now >= link.NotBefore && now <= link.NotAfter)
        {
            return null;
        }

        var words = now > link.NotAfter ? $"expired on {link.NotAfter:yyyy-MM-dd}" : $"is not valid before {link.NotBefore:yyyy-MM-dd}";
        return isLeaf
            ? new(
                FailureCategory.TlsExpired,
                $"The certificate of {endpoint} {words}.",
                "Renew the certificate on the system (and check the clocks), or compare its thumbprint with the one on the system and pin it.")
            : OfAuthority(
                FailureCategory.TlsExpired,
                link,
                authority => $"The certificate of the authority '{authority}', which signed for {endpoint}, {words}.",
                authority => $"Install the renewed certificate of '{authority}' on the system, or a certificate of an authority that is valid (and check the clocks), {OrPin}");
    }

    private static ChainFault? Invalid(string endpoint, ChainLink link, bool isLeaf)
    {
        var (words, remedy) = link switch
        {
            _ when (link.Status & (X509ChainStatusFlags.Revoked | X509ChainStatusFlags.ExplicitDistrust)) != X509ChainStatusFlags.NoError =>
                ("is revoked or distrusted by this machine", "Install a new certificate on the system."),
            _ when link.Status.HasFlag(X509ChainStatusFlags.NotSignatureValid) =>
                ("has a signature that is not that of its issuer: it is damaged or forged", "Install a new certificate on the system."),
            { HasWeakSignature: true } => (
                $"is signed with an algorithm that can be forged ({link.Certificate.SignatureAlgorithm.FriendlyName ?? link.Certificate.SignatureAlgorithm.Value})",
                $"Install a certificate on the system that is signed with SHA-256 or better, {OrPin}"),
            _ => default,
        };
        return words is null ? null : Of(endpoint, link, isLeaf, words, remedy);
    }

    private static ChainFault? WrongUse(string endpoint, IReadOnlyList<ChainLink> links)
    {
        if (!links.Any(link => link.Status.HasFlag(X509ChainStatusFlags.NotValidForUsage)))
        {
            return null;
        }

        // The machine reports this for the whole chain: the cause is the first certificate whose uses do not include servers.
        var culprit = links.FirstOrDefault(link => CertificateUses.LeaveOutServers(link.Certificate)) ?? links[0];
        var uses = CertificateUses.Of(culprit.Certificate);
        return Of(
            endpoint,
            culprit,
            culprit == links[0],
            uses.Length > 0 ? $"is for another use than a server's ({uses})" : "is for another use than a server's",
            $"Install a certificate for server authentication on the system, {OrPin}");
    }

    private static ChainFault? RuleBroken(string endpoint, ChainLink link, bool isLeaf) =>
        (link.Status & BrokenRules) is var broken && broken != X509ChainStatusFlags.NoError
            ? Of(
                endpoint,
                link,
                isLeaf,
                $"breaks a rule of its chain ({broken})",
                $"Install a certificate on the system that its authority issued for servers, {OrPin}")
            : null;

    private static ChainFault Of(string endpoint, ChainLink link, bool isLeaf, string words, string remedy) => isLeaf
        ? new(FailureCategory.TlsUntrusted, $"The certificate of {endpoint} {words}.", remedy)
        : OfAuthority(
            FailureCategory.TlsUntrusted,
            link,
            authority => $"The certificate of the authority '{authority}', which signed for {endpoint}, {words}.",
            _ => remedy);

    private static ChainFault OfAuthority(FailureCategory category, ChainLink link, Func<string, string> sentence, Func<string, string> remedy)
    {
        var authority = CertificateNames.Short(link.Certificate);
        return new(category, sentence(authority), remedy(authority)) { Authority = authority };
    }

    private static ChainFault? First(IReadOnlyList<ChainLink> links, Func<ChainLink, ChainFault?> judge) =>
        links.Select(judge).FirstOrDefault(fault => fault is not null);
}
