namespace Pulse.Providers.Box;

/// <summary>Asks what is inside.</summary>
internal sealed record BoxQuestion(bool CountEmpty);
