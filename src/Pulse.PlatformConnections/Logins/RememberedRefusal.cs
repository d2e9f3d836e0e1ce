namespace Pulse.PlatformConnections.Logins;

/// <summary>A refused login as this process remembers it.</summary>
/// <param name="Id">Its row in the store; 0 when it could not be written.</param>
/// <param name="Endpoint">Host and port, in upper case.</param>
/// <param name="SystemId">The system behind the endpoint; null when it was not known.</param>
/// <param name="Account">In one spelling.</param>
/// <param name="SecretHash">The keyed hash of the secret; empty when the secret does not count any more.</param>
/// <param name="Timestamp">When it was refused, by elapsed time: the wall clock may be set back or forward since.</param>
internal sealed record RememberedRefusal(long Id, string Endpoint, string? SystemId, string Account, string SecretHash, long Timestamp);
