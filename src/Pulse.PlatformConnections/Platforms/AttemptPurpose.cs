namespace Pulse.PlatformConnections.Platforms;

/// <summary>Why a system is read.</summary>
public enum AttemptPurpose
{
    /// <summary>By the schedule.</summary>
    Poll,

    /// <summary>Because an admin asked.</summary>
    Test,
}
