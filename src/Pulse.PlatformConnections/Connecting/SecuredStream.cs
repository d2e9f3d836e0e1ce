using System.Net.Security;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>A connection under TLS, and the decision about its certificate.</summary>
internal sealed record SecuredStream(SslStream Stream, CertificateDecision Decision);
