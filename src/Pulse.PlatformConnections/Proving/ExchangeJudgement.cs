namespace Pulse.PlatformConnections.Proving;

/// <summary>The platform's judgement of one exchange.</summary>
/// <param name="Operation">The requested operation, without names and ids, for the count of requests.</param>
/// <param name="IsChecked">Whether the exchange was compared with the vendor's documents.</param>
/// <param name="Deviations">The differences; empty if there are none.</param>
public sealed record ExchangeJudgement(string Operation, bool IsChecked, IReadOnlyList<ProofDeviation> Deviations);
