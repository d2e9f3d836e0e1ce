using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The names in a certificate as they are shown. A system chooses them, so they are bounded and cleaned.</summary>
internal static class CertificateNames
{
    private const int MaxNames = 100;

    /// <summary>The DNS names and IP addresses that the certificate is for.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                    .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
                    .Take(MaxNames)
                    .Select(SystemText.Text),
            ];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            // Names that cannot be read are no reason to hide the rest of the certificate.
            return [];
        }
    }

    /// <summary>The short name of the certificate, or of its issuer.</summary>
    public static string Short(X509Certificate2 certificate, bool ofIssuer = false)
    {
        var name = "";
        try
        {
            name = certificate.GetNameInfo(X509NameType.SimpleName, ofIssuer);
        }
        catch (CryptographicException)
        {
            // The whole name says it as well.
        }

        return SystemText.Text(name.Length > 0 ? name : ofIssuer ? certificate.Issuer : certificate.Subject);
    }
}
