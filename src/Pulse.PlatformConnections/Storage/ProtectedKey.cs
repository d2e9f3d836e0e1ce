namespace Pulse.PlatformConnections.Storage;

/// <summary>A key for Pulse's own use, encrypted by Data Protection.</summary>
internal sealed class ProtectedKey
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
