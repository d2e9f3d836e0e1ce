using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// The hash of a leaf certificate in the form of a pin: SHA-256 (64 hex digits), or SHA-1 (40), which VMware products
/// still print but which is weak. Stored and shown as upper-case colon pairs.
/// </summary>
public sealed partial record CertificateThumbprint
{
    private readonly string _hex;

    private CertificateThumbprint(string hex) => _hex = hex;

    /// <summary>Whether it is a SHA-1 hash.</summary>
    public bool IsSha1 => _hex.Length == 40;

    /// <summary>The SHA-256 thumbprint of a certificate.</summary>
    public static CertificateThumbprint Of(X509Certificate2 certificate) => new(certificate.GetCertHashString(HashAlgorithmName.SHA256));

    /// <summary>
    /// Reads hex digits as people copy them: in any case, with colons, hyphens, blanks or nothing in between, after the name of the
    /// hash, as a whole line of <c>openssl x509 -fingerprint</c>, in quotes, before a comma. The UI has the same rules;
    /// <c>thumbprintCases.json</c> there is the test of both.
    /// </summary>
    /// <returns>Null unless 40 or 64 hex digits remain.</returns>
    public static CertificateThumbprint? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var digits = Around().Replace(PlainText.WithoutInvisible(text), "");
        var hex = Between().Replace(digits, "").ToUpperInvariant();
        return hex.Length is 40 or 64 && hex.All(char.IsAsciiHexDigit) ? new CertificateThumbprint(hex) : null;
    }

    /// <summary>Whether the certificate is the pinned one.</summary>
    public bool Matches(X509Certificate2 certificate) =>
        _hex == certificate.GetCertHashString(IsSha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);

    /// <summary>Upper-case colon pairs.</summary>
    public override string ToString() => string.Join(':', _hex.Chunk(2).Select(pair => new string(pair)));

    [GeneratedRegex(
        """^[\s"']*(?:sha-?(?:256|1)(?![0-9a-f]))?[\s:]*(?:(?:finger|thumb)print)?[\s:=]*|[\s"',;.]+$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Around();

    [GeneratedRegex(@"[:\s\p{Pd}]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
