namespace Pulse.PlatformConnections.Proving;

/// <summary>What a platform makes of one exchange.</summary>
/// <param name="Operation">What was asked for, without names and ids, for the count of requests.</param>
/// <param name="IsChecked">Whether it was compared with what the vendor documents.</param>
/// <param name="Deviations">What is different; empty when nothing is.</param>
public sealed record ExchangeJudgement(string Operation, bool IsChecked, IReadOnlyList<ProofDeviation> Deviations);
