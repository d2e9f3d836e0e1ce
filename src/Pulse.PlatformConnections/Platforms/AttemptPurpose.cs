namespace Pulse.PlatformConnections.Platforms;

/// <summary>The purpose of a read.</summary>
public enum AttemptPurpose
{
    /// <summary>A planned poll.</summary>
    Poll,

    /// <summary>A test by an administrator.</summary>
    Test,
}
