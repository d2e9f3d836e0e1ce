using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>A connection to poll, with its secrets decrypted.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Provider">Its platform's provider.</param>
/// <param name="Target">The target for the provider.</param>
/// <param name="IsReadable">False if a stored secret cannot be decrypted.</param>
internal sealed record PollTarget(Connection Connection, IPlatformProvider Provider, ConnectionTarget Target, bool IsReadable);
