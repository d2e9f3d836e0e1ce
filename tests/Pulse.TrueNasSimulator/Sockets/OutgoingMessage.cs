namespace Pulse.Simulation.TrueNas;

/// <summary>A message that waits to be written. Notifications overtake answers.</summary>
internal sealed record OutgoingMessage(bool IsAnswer, Func<CancellationToken, Task> WriteAsync);
