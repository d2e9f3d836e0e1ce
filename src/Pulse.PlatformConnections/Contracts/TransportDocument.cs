namespace Pulse.PlatformConnections.Contracts;

/// <summary>How a platform is reached.</summary>
/// <param name="HttpsPort">The port over HTTPS when none is given.</param>
/// <param name="PlainPort">The port without HTTPS when none is given; null when the platform is reached over HTTPS only.</param>
internal sealed record TransportDocument(int HttpsPort, int? PlainPort);
