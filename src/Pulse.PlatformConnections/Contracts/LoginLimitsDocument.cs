namespace Pulse.PlatformConnections.Contracts;

/// <summary>The default lock-out rule of the systems of a platform.</summary>
/// <param name="Refusals">The number of refused logins that locks an account.</param>
/// <param name="WindowSeconds">The seconds within which they count.</param>
internal sealed record LoginLimitsDocument(int Refusals, int WindowSeconds);
