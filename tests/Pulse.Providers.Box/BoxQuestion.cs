namespace Pulse.Providers.Box;

/// <summary>Asks for the content.</summary>
internal sealed record BoxQuestion(bool CountEmpty);
