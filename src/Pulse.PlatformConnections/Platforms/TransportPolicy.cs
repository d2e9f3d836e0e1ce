namespace Pulse.PlatformConnections.Platforms;

/// <summary>The transport of a platform.</summary>
/// <param name="HttpsPort">The default port over HTTPS, 1 to 65535.</param>
/// <param name="PlainPort">The default port without HTTPS; null for a platform with HTTPS only.</param>
public sealed record TransportPolicy(int HttpsPort = 443, int? PlainPort = 80)
{
    /// <summary>Whether a connection without HTTPS is refused.</summary>
    public bool IsHttpsOnly => PlainPort is null;

    /// <summary>The default port.</summary>
    public int PortOf(bool useHttps) => useHttps ? HttpsPort : PlainPort ?? HttpsPort;
}
