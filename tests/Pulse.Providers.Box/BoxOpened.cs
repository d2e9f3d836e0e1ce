namespace Pulse.Providers.Box;

/// <summary>Whether a box opened.</summary>
/// <param name="Refusal">Why not; null when it did.</param>
internal sealed record BoxOpened(string? Refusal);
