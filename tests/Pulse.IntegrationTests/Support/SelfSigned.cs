using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.IntegrationTests.Support;

/// <summary>Certificates as freshly installed systems have them.</summary>
internal static class SelfSigned
{
    /// <summary>A certificate with its key, for 127.0.0.1 and no other name.</summary>
    public static X509Certificate2 Certificate(int validFromDays = -30, int validToDays = 365)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=vcsa.lab.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(validFromDays), now.AddDays(validToDays));
    }

    /// <summary>The thumbprint in the form in which Pulse stores and shows it.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawData).Select(value => value.ToString("X2")));
}
