namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>How a request says who sends it.</summary>
internal enum Sender
{
    Script,
    Admin,
    Stranger,
}
