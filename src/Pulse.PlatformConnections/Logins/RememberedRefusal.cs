namespace Pulse.PlatformConnections.Logins;

/// <summary>A refused login as this process remembers it.</summary>
/// <param name="Id">The id of its row in the store; 0 if it could not be stored.</param>
/// <param name="Endpoint">Host and port, in upper case.</param>
/// <param name="SystemId">The system behind the endpoint; null if it was not known.</param>
/// <param name="Account">In its one spelling.</param>
/// <param name="SecretHash">The keyed hash of the secret; empty if the secret does not count any more.</param>
/// <param name="Timestamp">The time of the refusal, as a timestamp of elapsed time: the wall clock may have been set since.</param>
internal sealed record RememberedRefusal(long Id, string Endpoint, string? SystemId, string Account, string SecretHash, long Timestamp);
