namespace Pulse.PlatformConnections.Proving;

/// <summary>One row of a record.</summary>
/// <param name="Id">The id of the row.</param>
/// <param name="Title">What was to be found out.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Finding">What was found, or why it was not tried.</param>
/// <param name="DurationMs">Milliseconds.</param>
public sealed record ProofAnswer(string Id, string Title, ProofOutcome Outcome, string Finding, long DurationMs);
