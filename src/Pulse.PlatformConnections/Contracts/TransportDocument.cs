namespace Pulse.PlatformConnections.Contracts;

/// <summary>The transport of a platform.</summary>
/// <param name="HttpsPort">The default port over HTTPS.</param>
/// <param name="PlainPort">The default port without HTTPS; null for a platform with HTTPS only.</param>
internal sealed record TransportDocument(int HttpsPort, int? PlainPort);
