namespace Pulse.PlatformConnections.Tests.Properties;

/// <summary>How often a property is tried: as often as about a quarter of a second allows.</summary>
internal static class Repeat
{
    public const int Cheap = 2_000;
    public const int Costly = 500;
}
