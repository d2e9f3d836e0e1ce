using System.Net;

namespace Pulse.Simulation.TrueNas;

/// <summary>How a client came: encrypted or not, and from which address.</summary>
internal readonly record struct ClientTransport(bool IsEncrypted, IPAddress Address);
