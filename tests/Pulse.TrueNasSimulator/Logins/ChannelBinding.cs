using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation.TrueNas;

/// <summary>The channel binding tls-server-end-point (RFC 5929, section 4.1).</summary>
internal static class ChannelBinding
{
    /// <summary>The GS2 flag of a client that uses it.</summary>
    public const string Flag = "p=tls-server-end-point";

    /// <summary>The certificate under the hash of its own signature, or under SHA-256 where that is weaker.</summary>
    public static byte[] EndPointOf(X509Certificate2 certificate) => certificate.SignatureAlgorithm.Value switch
    {
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => SHA384.HashData(certificate.RawData),
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => SHA512.HashData(certificate.RawData),
        _ => SHA256.HashData(certificate.RawData),
    };
}
