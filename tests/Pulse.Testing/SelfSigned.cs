using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.Testing;

/// <summary>Certificates as freshly installed systems show them.</summary>
public static class SelfSigned
{
    /// <summary>A certificate with its key.</summary>
    /// <param name="name">The DNS name that the certificate is issued for; null for none.</param>
    /// <param name="address">The IP address that the certificate is issued for.</param>
    /// <param name="validFromDays">The first moment of the validity, in days from now.</param>
    /// <param name="validToDays">The last moment of the validity, in days from now.</param>
    /// <param name="hasRsaKey">Whether the certificate has an RSA key, which takes longer to make than an ECDSA key.</param>
    public static X509Certificate2 Certificate(
        string? name = "localhost", string address = "192.0.2.7", int validFromDays = -1, int validToDays = 365, bool hasRsaKey = false)
    {
        var subject = $"CN={name ?? "system.example"}";
        using AsymmetricAlgorithm key = hasRsaKey ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (name is not null)
        {
            names.AddDnsName(name);
        }

        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(validFromDays), now.AddDays(validToDays));
    }

    /// <summary>The thumbprint in the form in which Pulse stores and shows it.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(value => value.ToString("X2")));
}
