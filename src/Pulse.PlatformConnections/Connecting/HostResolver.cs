using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Resolves a host name.</summary>
/// <param name="host">A DNS name; never a literal.</param>
/// <param name="cancellationToken">Ends the resolution.</param>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
