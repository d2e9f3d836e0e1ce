namespace Pulse.PlatformConnections.Proving;

/// <summary>The finding of one row.</summary>
/// <param name="Outcome">Whether the system does what Pulse relies on.</param>
/// <param name="Text">One sentence. Names in it are replaced before it is written anywhere; it never holds a secret.</param>
public sealed record ProofFinding(ProofOutcome Outcome, string Text)
{
    /// <summary>The system does what Pulse relies on, or answered an open question.</summary>
    public static ProofFinding Pass(string text) => new(ProofOutcome.Pass, text);

    /// <summary>The system does something else.</summary>
    public static ProofFinding Fail(string text) => new(ProofOutcome.Fail, text);

    /// <summary>The row was not tried.</summary>
    public static ProofFinding NotRun(string text) => new(ProofOutcome.NotRun, text);

    /// <summary>Passed if the condition holds.</summary>
    public static ProofFinding Of(bool passed, string text) => passed ? Pass(text) : Fail(text);
}
