namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>The credentials of a request.</summary>
internal enum Sender
{
    Script,
    Admin,
    Stranger,
}
