using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>A saved connection with which a test is compared.</summary>
/// <param name="Saved">The connection as it was before the test.</param>
/// <param name="Accepts">Whether the test accepts another system than before.</param>
internal sealed record ComparedConnection(Connection Saved, bool Accepts);
