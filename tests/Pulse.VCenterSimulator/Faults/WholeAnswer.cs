namespace Pulse.Simulation;

/// <summary>An answer before it is sent.</summary>
public sealed record WholeAnswer(int Status, byte[] Body, string? RetryAfter = null);
