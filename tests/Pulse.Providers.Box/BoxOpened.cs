namespace Pulse.Providers.Box;

/// <summary>The answer to a login.</summary>
/// <param name="Refusal">The reason of a refusal; null if the box opened.</param>
internal sealed record BoxOpened(string? Refusal);
