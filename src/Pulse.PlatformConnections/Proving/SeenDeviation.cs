namespace Pulse.PlatformConnections.Proving;

/// <summary>A deviation and its number of occurrences.</summary>
internal sealed record SeenDeviation(string Operation, string Place, string Text, string? KnownReason, int Times);
