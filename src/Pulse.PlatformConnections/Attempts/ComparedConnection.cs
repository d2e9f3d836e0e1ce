using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>A saved connection that a test is compared with.</summary>
/// <param name="Saved">The connection as it was before the test.</param>
/// <param name="Accepts">Whether the test takes another system than before for the right one.</param>
internal sealed record ComparedConnection(Connection Saved, bool Accepts);
