namespace Pulse.PlatformConnections.Proving;

/// <summary>One way in which an exchange is not what the vendor documents.</summary>
/// <param name="Operation">The operation, without names and ids.</param>
/// <param name="Place">The place in the request or in the answer.</param>
/// <param name="Text">What is documented, and what was seen. Never a value.</param>
public sealed record ProofDeviation(string Operation, string Place, string Text)
{
    /// <summary>Why systems are known to do so; null when it is not known. A known deviation fails no row.</summary>
    public string? KnownReason { get; init; }
}
