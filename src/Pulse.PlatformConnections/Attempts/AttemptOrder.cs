using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>The system and the purpose of an attempt.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Target">The system.</param>
/// <param name="Purpose">A poll or a test.</param>
internal sealed record AttemptOrder(PlatformDescriptor Platform, ConnectionTarget Target, AttemptPurpose Purpose)
{
    /// <summary>Called with each step as it ends; null if no caller waits for the steps.</summary>
    public Action<TestStep>? StepEnded { get; init; }
}
