using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.PlatformConnections.Tests.Connecting;

internal static class SelfSigned
{
    /// <summary>A certificate with its key, like that of a new system.</summary>
    public static X509Certificate2 Certificate(string name = "localhost", int validFromDays = -1, int validToDays = 365)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Parse("192.0.2.7"));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(validFromDays), now.AddDays(validToDays));
    }
}
