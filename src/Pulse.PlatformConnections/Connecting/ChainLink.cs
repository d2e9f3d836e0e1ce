using System.Security.Cryptography.X509Certificates;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>One certificate of a chain, with the findings of this machine.</summary>
/// <param name="Certificate">The certificate of the system first, then that of each issuer.</param>
/// <param name="Status">Every fault found.</param>
internal sealed record ChainLink(X509Certificate2 Certificate, X509ChainStatusFlags Status)
{
    // RSA with MD2, MD4, MD5 and SHA-1; SHA-1 with RSA (OIW), DSA and ECDSA.
    private static readonly string[] WeakSignatures =
    [
        "1.2.840.113549.1.1.2", "1.2.840.113549.1.1.3", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5",
        "1.3.14.3.2.29", "1.2.840.10040.4.3", "1.2.840.10045.4.1",
    ];

    /// <summary>The start of the validity.</summary>
    public DateTimeOffset NotBefore => Utc(Certificate.NotBefore);

    /// <summary>The end of the validity.</summary>
    public DateTimeOffset NotAfter => Utc(Certificate.NotAfter);

    /// <summary>
    /// Whether the signature can be forged. Only some machines report this. The signature of a root is never checked: the root is trusted
    /// as such.
    /// </summary>
    public bool HasWeakSignature =>
        Status.HasFlag(X509ChainStatusFlags.HasWeakSignature) || (!IsSelfIssued && WeakSignatures.Contains(Certificate.SignatureAlgorithm.Value));

    /// <summary>Whether the certificate names itself as its issuer.</summary>
    public bool IsSelfIssued => Certificate.SubjectName.RawData.AsSpan().SequenceEqual(Certificate.IssuerName.RawData);

    /// <summary>The links of a chain; the certificate alone if there is no chain.</summary>
    public static IReadOnlyList<ChainLink> Of(X509Certificate2 certificate, X509Chain? chain)
    {
        if (chain is null || chain.ChainElements.Count == 0)
        {
            return [new(certificate, X509ChainStatusFlags.NoError)];
        }

        List<ChainLink> links = [.. chain.ChainElements.Select(element => new ChainLink(element.Certificate, Flags(element.ChainElementStatus)))];

        // Some machines report only for the whole chain that it is incomplete.
        var missing = Flags(chain.ChainStatus) & ~links.Aggregate(X509ChainStatusFlags.NoError, (all, link) => all | link.Status);
        links[^1] = links[^1] with { Status = links[^1].Status | missing };
        return links;
    }

    private static X509ChainStatusFlags Flags(IEnumerable<X509ChainStatus> statuses) =>
        statuses.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);

    // Stays within the range of dates even for a certificate without an end.
    private static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime());
}
