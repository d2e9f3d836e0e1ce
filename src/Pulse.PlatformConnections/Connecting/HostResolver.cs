using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Finds the addresses of a host name.</summary>
/// <param name="host">A DNS name; literals are not asked for.</param>
/// <param name="cancellationToken">Ends the search.</param>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
