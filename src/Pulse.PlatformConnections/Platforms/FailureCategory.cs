using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>Why an attempt failed: a closed list, shared by tests, polls, documents and the UI.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FailureCategory>))]
public enum FailureCategory
{
    /// <summary>The host name does not resolve.</summary>
    NameResolution,

    /// <summary>No TCP connection, or it was lost.</summary>
    Unreachable,

    /// <summary>No answer within the deadline.</summary>
    Timeout,

    /// <summary>The certificate's chain is not trusted.</summary>
    TlsUntrusted,

    /// <summary>The certificate is for other names.</summary>
    TlsNameMismatch,

    /// <summary>The certificate is not valid yet or any more.</summary>
    TlsExpired,

    /// <summary>The certificate is another one than the pinned one.</summary>
    TlsPinMismatch,

    /// <summary>The login was refused.</summary>
    AuthInvalid,

    /// <summary>The account may not do what the read needs.</summary>
    PermissionDenied,

    /// <summary>Pulse does not connect to the address: never, or not under its settings.</summary>
    AddressNotAllowed,

    /// <summary>The system is older than what Pulse can read.</summary>
    UnsupportedVersion,

    /// <summary>What answers is not the system that was expected: no system of the platform, or another one than before.</summary>
    WrongSystem,

    /// <summary>The system has no session left to give.</summary>
    SessionLimit,

    /// <summary>The system asks to be called less often.</summary>
    RateLimited,

    /// <summary>The system answers that it cannot serve now, for instance while it starts.</summary>
    Unavailable,

    /// <summary>The answer is not what the protocol says.</summary>
    Protocol,

    /// <summary>The stored secret cannot be decrypted any more.</summary>
    SecretUnreadable,

    /// <summary>None of the others: a defect to report.</summary>
    Unknown,
}
