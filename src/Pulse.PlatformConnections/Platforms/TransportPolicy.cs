namespace Pulse.PlatformConnections.Platforms;

/// <summary>How a platform is reached.</summary>
/// <param name="HttpsPort">The port over HTTPS when none is given, 1 to 65535.</param>
/// <param name="PlainPort">The port without HTTPS when none is given; null when the platform is reached over HTTPS only.</param>
public sealed record TransportPolicy(int HttpsPort = 443, int? PlainPort = 80)
{
    /// <summary>Whether a connection without HTTPS is refused.</summary>
    public bool IsHttpsOnly => PlainPort is null;

    /// <summary>The port when none is given.</summary>
    public int PortOf(bool useHttps) => useHttps ? HttpsPort : PlainPort ?? HttpsPort;
}
