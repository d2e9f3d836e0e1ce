using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The end of a proof.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProofEnd>))]
public enum ProofEnd
{
    /// <summary>Every row that was asked passed.</summary>
    Passed,

    /// <summary>At least one row failed.</summary>
    Failed,

    /// <summary>The system at the address is not of the platform.</summary>
    WrongSystem,

    /// <summary>The system is too old for Pulse.</summary>
    TooOld,

    /// <summary>The certificate is not trusted, or is not the pinned one. No password was sent.</summary>
    Untrusted,

    /// <summary>The login was refused: wrong account or password, or the account is locked.</summary>
    Refused,

    /// <summary>The system could not be reached.</summary>
    Unreachable,

    /// <summary>The system answered at first, and then stopped answering.</summary>
    BrokeOff,

    /// <summary>The administrator ended the proof.</summary>
    Interrupted,

    /// <summary>The proof exceeded its time limit.</summary>
    TimedOut,
}
