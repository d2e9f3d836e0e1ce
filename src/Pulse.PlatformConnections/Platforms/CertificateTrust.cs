using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The decision of Pulse about a certificate.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CertificateTrust>))]
public enum CertificateTrust
{
    /// <summary>The operating system trusts the certificate.</summary>
    Trusted,

    /// <summary>The certificate is the pinned one.</summary>
    Pinned,

    /// <summary>Refused: untrusted chain, wrong name, or not valid at this time.</summary>
    Untrusted,

    /// <summary>Refused: another certificate is pinned.</summary>
    Mismatch,

    /// <summary>Accepted without a check, because of the connection's settings.</summary>
    Skipped,
}
