namespace Pulse.Providers.Box;

/// <summary>Asks a box to open.</summary>
internal sealed record BoxLogin(string Owner, string Key, string? SealCode);
