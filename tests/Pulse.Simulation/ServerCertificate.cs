using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation;

/// <summary>The self-signed certificate of a simulator.</summary>
public static class ServerCertificate
{
    private const string Password = "";

    /// <summary>Makes a certificate for <c>localhost</c> that is valid for two years.</summary>
    /// <param name="system">The kind of the system; it stands in the subject.</param>
    /// <param name="time">The clock of the simulator.</param>
    public static X509Certificate2 Create(string system, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=localhost, O=Pulse {system} simulator", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));

        // The certificate is exported and loaded again, because some platforms cannot serve TLS with a key that is only in memory.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx, Password), Password);
    }

    /// <summary>Loads the certificate of an earlier start, or creates one and saves it.</summary>
    public static X509Certificate2 LoadOrCreate(string path, string system, TimeProvider time)
    {
        if (File.Exists(path))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, Password, X509KeyStorageFlags.Exportable);
        }

        using var created = Create(system, time);
        File.WriteAllBytes(path, created.Export(X509ContentType.Pfx, Password));
        return X509CertificateLoader.LoadPkcs12FromFile(path, Password);
    }

    /// <summary>SHA-256 over the certificate, as upper-case pairs with colons between them.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(pair => pair.ToString("X2")));
}
