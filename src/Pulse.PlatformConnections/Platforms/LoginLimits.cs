namespace Pulse.PlatformConnections.Platforms;

/// <summary>The default rule that locks an account on the systems of a platform. Pulse stays two refusals below it.</summary>
/// <param name="Refusals">The number of refused logins that locks the account, 2 or more.</param>
/// <param name="Window">The time within which they count.</param>
public sealed record LoginLimits(int Refusals, TimeSpan Window)
{
    /// <summary>The number of refused logins, with any secret, that Pulse allows an account within the window. Other tools use the account, too.</summary>
    internal int Allowed => Math.Max(1, Refusals - 2);
}
