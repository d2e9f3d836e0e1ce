using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The outcome of one row of a proof.</summary>
[JsonConverter(typeof(ProofOutcomeConverter))]
public enum ProofOutcome
{
    /// <summary>The system does what Pulse relies on, or answered an open question.</summary>
    Pass,

    /// <summary>The system does something else, or gave no answer.</summary>
    Fail,

    /// <summary>The row was not tried; the finding gives the reason.</summary>
    NotRun,
}
