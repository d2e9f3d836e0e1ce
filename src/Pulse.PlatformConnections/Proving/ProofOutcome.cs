using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Proving;

/// <summary>What came of one row of a proof.</summary>
[JsonConverter(typeof(ProofOutcomeConverter))]
public enum ProofOutcome
{
    /// <summary>The system does what Pulse relies on, or answered an open question.</summary>
    Pass,

    /// <summary>The system does something else, or gave no answer.</summary>
    Fail,

    /// <summary>It was not tried; the finding says why.</summary>
    NotRun,
}
