namespace Pulse.PlatformConnections.Platforms;

/// <summary>How the value of a field is kept and shown.</summary>
public enum ConnectionFieldKind
{
    /// <summary>Shown as it is; surrounding white space is removed.</summary>
    Text,

    /// <summary>Encrypted at rest, shown as a mask, kept byte for byte.</summary>
    Secret,
}
