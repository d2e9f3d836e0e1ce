using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>What Pulse makes of a certificate.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CertificateTrust>))]
public enum CertificateTrust
{
    /// <summary>By the trust of the operating system.</summary>
    Trusted,

    /// <summary>It is the pinned one.</summary>
    Pinned,

    /// <summary>Refused: untrusted chain, other name, or out of its dates.</summary>
    Untrusted,

    /// <summary>Refused: another one is pinned.</summary>
    Mismatch,

    /// <summary>Accepted without looking, because the connection says so.</summary>
    Skipped,
}
