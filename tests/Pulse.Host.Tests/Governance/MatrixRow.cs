namespace Pulse.Host.Tests.Governance;

/// <summary>One row of the proof matrix.</summary>
/// <param name="Id">Its id, which claims name.</param>
/// <param name="What">What is proven.</param>
/// <param name="Level">How far.</param>
/// <param name="Evidence">By what: pairs of a kind and a name.</param>
/// <param name="AskedBy">The rows of a record that answer it.</param>
/// <param name="Date">When it was looked at last.</param>
internal sealed record MatrixRow(
    string Id, string What, string Level, IReadOnlyList<(string Kind, string Name)> Evidence, IReadOnlyList<string> AskedBy, string Date);
