using System.Net.Security;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>A connection under TLS, and what was decided about its certificate.</summary>
internal sealed record SecuredStream(SslStream Stream, CertificateDecision Decision);
