namespace Pulse.PlatformConnections.Proving;

/// <summary>One question of a proof.</summary>
/// <param name="Id">The id in records and in the proof matrix: lower-case letters, digits and underscores, never changed.</param>
/// <param name="Title">The claim or the question, in one sentence.</param>
public sealed record ProofRow(string Id, string Title);
