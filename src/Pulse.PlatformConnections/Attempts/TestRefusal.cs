using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Why a test did not run to its end.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Hold">How the login is held; null for another reason.</param>
/// <param name="Limit">How many tests may run at once, when that is the reason.</param>
internal sealed record TestRefusal(TestRefusalReason Reason, LoginHold? Hold = null, int Limit = 0);
