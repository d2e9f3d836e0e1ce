using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>The reason why a test did not run to its end.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Hold">The hold of the login; null for another reason.</param>
/// <param name="Limit">The largest number of concurrent tests, if that is the reason.</param>
internal sealed record TestRefusal(TestRefusalReason Reason, LoginHold? Hold = null, int Limit = 0);
