namespace Pulse.PlatformConnections.Proving;

/// <summary>One thing that a proof finds out.</summary>
/// <param name="Id">Its id in records and in the proof matrix: lower-case letters, digits and underscores, stable for ever.</param>
/// <param name="Title">What is proven or asked, in one sentence.</param>
public sealed record ProofRow(string Id, string Title);
