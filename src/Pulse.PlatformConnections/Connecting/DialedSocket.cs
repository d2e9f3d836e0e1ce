using System.Net;
using System.Net.Sockets;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>A connection to an address of the target.</summary>
internal sealed record DialedSocket(Socket Socket, IPAddress Address, bool ThroughProxy);
