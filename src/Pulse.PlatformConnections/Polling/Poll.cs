namespace Pulse.PlatformConnections.Polling;

/// <summary>Polls a connection once.</summary>
/// <param name="lag">How long after its due time the poll begins.</param>
/// <param name="cancellationToken">Ends the poll on a stop.</param>
/// <returns>When the next poll is due, as a timestamp; null when there is none.</returns>
internal delegate Task<long?> Poll(TimeSpan lag, CancellationToken cancellationToken);
