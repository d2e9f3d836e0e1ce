using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The uses that a certificate allows.</summary>
internal static class CertificateUses
{
    private const int MaxUses = 5;
    private const string Servers = "1.3.6.1.5.5.7.3.1";
    private const string Any = "2.5.29.37.0";

    // The framework's names differ between machines.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1.3.6.1.5.5.7.3.2"] = "client authentication",
        ["1.3.6.1.5.5.7.3.3"] = "code signing",
        ["1.3.6.1.5.5.7.3.4"] = "e-mail",
        ["1.3.6.1.5.5.7.3.8"] = "time stamping",
        ["1.3.6.1.5.5.7.3.9"] = "OCSP signing",
        ["1.3.6.1.5.5.7.3.17"] = "IPsec",
    };

    public static bool LeaveOutServers(X509Certificate2 certificate) =>
        Read(certificate) is { Count: > 0 } uses && !uses.Contains(Servers) && !uses.Contains(Any);

    /// <summary>The names of the uses; empty without a restriction.</summary>
    public static string Of(X509Certificate2 certificate) =>
        string.Join(", ", Read(certificate).Take(MaxUses).Select(use => Names.GetValueOrDefault(use, SystemText.Text(use))));

    private static List<string> Read(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
                    .SelectMany(extension => extension.EnhancedKeyUsages.Cast<Oid>())
                    .Select(use => use.Value ?? ""),
            ];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
