namespace Pulse.PlatformConnections.Contracts;

/// <summary>What locks an account on the systems of a platform, by default.</summary>
/// <param name="Refusals">How many refused logins lock it.</param>
/// <param name="WindowSeconds">Within how many seconds.</param>
internal sealed record LoginLimitsDocument(int Refusals, int WindowSeconds);
