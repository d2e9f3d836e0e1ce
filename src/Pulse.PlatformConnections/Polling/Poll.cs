namespace Pulse.PlatformConnections.Polling;

/// <summary>Polls a connection once.</summary>
/// <param name="lag">The delay of the poll after its due time.</param>
/// <param name="cancellationToken">Ends the poll on a stop.</param>
/// <returns>The time of the next poll, as a timestamp; null if there is none.</returns>
internal delegate Task<long?> Poll(TimeSpan lag, CancellationToken cancellationToken);
