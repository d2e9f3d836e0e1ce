using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>A connection that is to be polled, with its secrets opened.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Provider">Its platform's provider.</param>
/// <param name="Target">What the provider is given.</param>
/// <param name="IsReadable">False when a stored secret cannot be opened.</param>
internal sealed record PollTarget(Connection Connection, IPlatformProvider Provider, ConnectionTarget Target, bool IsReadable);
