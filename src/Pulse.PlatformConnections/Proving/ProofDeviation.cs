namespace Pulse.PlatformConnections.Proving;

/// <summary>One difference between an exchange and the vendor's documents.</summary>
/// <param name="Operation">The operation, without names and ids.</param>
/// <param name="Place">The place in the request or in the answer.</param>
/// <param name="Text">The documented form, and the observed one. Never a value.</param>
public sealed record ProofDeviation(string Operation, string Place, string Text)
{
    /// <summary>The known reason of such a deviation; null if there is none. A known deviation fails no row.</summary>
    public string? KnownReason { get; init; }
}
