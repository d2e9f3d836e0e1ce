namespace Pulse.PlatformConnections.Proving;

/// <summary>One row of a record.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Title">The question of the row.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Finding">The finding, or the reason why the row was not tried.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
public sealed record ProofAnswer(string Id, string Title, ProofOutcome Outcome, string Finding, long DurationMs);
