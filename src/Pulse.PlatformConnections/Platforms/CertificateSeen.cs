
namespace Pulse.PlatformConnections.Platforms;

/// <summary>The certificate that a system showed, whether accepted or not.</summary>
/// <param name="Subject">Distinguished name.</param>
/// <param name="Issuer">Distinguished name of the issuer.</param>
/// <param name="Sha256">SHA-256 thumbprint as upper-case colon pairs.</param>
/// <param name="NotBefore">Start of the validity.</param>
/// <param name="NotAfter">End of the validity.</param>
/// <param name="Trust">The decision of Pulse under the settings of the connection.</param>
/// <param name="Names">The DNS names and IP addresses in the certificate.</param>
public sealed record CertificateSeen(
    string Subject,
    string Issuer,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    CertificateTrust Trust,
    IReadOnlyList<string> Names);
