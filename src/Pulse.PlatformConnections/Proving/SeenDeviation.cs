namespace Pulse.PlatformConnections.Proving;

/// <summary>A deviation and how often it was seen.</summary>
internal sealed record SeenDeviation(string Operation, string Place, string Text, string? KnownReason, int Times);
