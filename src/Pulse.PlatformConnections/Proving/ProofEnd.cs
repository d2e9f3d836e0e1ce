using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>How a proof ended.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProofEnd>))]
public enum ProofEnd
{
    /// <summary>Every row that was asked passed.</summary>
    Passed,

    /// <summary>At least one row failed.</summary>
    Failed,

    /// <summary>Something else answers at the address.</summary>
    WrongSystem,

    /// <summary>The system is older than what Pulse reads.</summary>
    TooOld,

    /// <summary>The certificate is not trusted, or is not the pinned one. No password was sent.</summary>
    Untrusted,

    /// <summary>The login was refused: the account or its password, or the account is locked.</summary>
    Refused,

    /// <summary>The system could not be reached at all.</summary>
    Unreachable,

    /// <summary>The system was there, and then answered no more.</summary>
    BrokeOff,

    /// <summary>The administrator ended the proof.</summary>
    Interrupted,

    /// <summary>The proof took longer than it may.</summary>
    TimedOut,
}
