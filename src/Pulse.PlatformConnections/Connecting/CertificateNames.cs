using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The names in a certificate in the form that Pulse shows. The system chooses these names, so Pulse limits and cleans them.</summary>
internal static class CertificateNames
{
    private const int MaxNames = 100;

    /// <summary>The DNS names and IP addresses in the certificate.</summary>
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
            // Unreadable names are no reason to hide the rest of the certificate.
            return [];
        }
    }

    /// <summary>The short name of the certificate's subject, or of its issuer.</summary>
    public static string Short(X509Certificate2 certificate, bool ofIssuer = false)
    {
        var name = "";
        try
        {
            name = certificate.GetNameInfo(X509NameType.SimpleName, ofIssuer);
        }
        catch (CryptographicException)
        {
            // The whole name is the fallback.
        }

        return SystemText.Text(name.Length > 0 ? name : ofIssuer ? certificate.Issuer : certificate.Subject);
    }
}
