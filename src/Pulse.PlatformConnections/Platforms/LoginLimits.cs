namespace Pulse.PlatformConnections.Platforms;

/// <summary>What locks an account on the systems of a platform, by default. Pulse stays two refusals below it.</summary>
/// <param name="Refusals">How many refused logins lock the account, 2 or more.</param>
/// <param name="Window">The time within which they count.</param>
public sealed record LoginLimits(int Refusals, TimeSpan Window)
{
    /// <summary>How many refused logins, with whatever secret, Pulse lets an account see within the window. Other tools use the account, too.</summary>
    internal int Allowed => Math.Max(1, Refusals - 2);
}
