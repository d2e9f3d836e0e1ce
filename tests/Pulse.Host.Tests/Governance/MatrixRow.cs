namespace Pulse.Host.Tests.Governance;

/// <summary>One row of the proof matrix.</summary>
/// <param name="Id">The id, which claims name.</param>
/// <param name="What">The claim.</param>
/// <param name="Level">The level of proof.</param>
/// <param name="Evidence">The evidence: pairs of a kind and a name.</param>
/// <param name="AskedBy">The rows of a record that answer the claim.</param>
/// <param name="Date">The date of the last review.</param>
internal sealed record MatrixRow(
    string Id, string What, string Level, IReadOnlyList<(string Kind, string Name)> Evidence, IReadOnlyList<string> AskedBy, string Date);
