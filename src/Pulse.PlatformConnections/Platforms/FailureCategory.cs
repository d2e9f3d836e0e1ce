using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The category of a failure: a closed list, shared by tests, polls, documents and the UI.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FailureCategory>))]
public enum FailureCategory
{
    /// <summary>The host name does not resolve.</summary>
    NameResolution,

    /// <summary>No TCP connection, or the connection was lost.</summary>
    Unreachable,

    /// <summary>No answer within the deadline.</summary>
    Timeout,

    /// <summary>The certificate's chain is not trusted.</summary>
    TlsUntrusted,

    /// <summary>The certificate does not name the host.</summary>
    TlsNameMismatch,

    /// <summary>The certificate is not yet valid, or not valid any more.</summary>
    TlsExpired,

    /// <summary>The certificate is not the pinned one.</summary>
    TlsPinMismatch,

    /// <summary>The login was refused.</summary>
    AuthInvalid,

    /// <summary>The secret has expired.</summary>
    CredentialsExpired,

    /// <summary>The account does not have the right that the read needs.</summary>
    PermissionDenied,

    /// <summary>Pulse does not connect to the address: never, or not with its settings.</summary>
    AddressNotAllowed,

    /// <summary>The system is too old for Pulse.</summary>
    UnsupportedVersion,

    /// <summary>The system is not the expected one: it does not belong to the platform, or it is another one than before.</summary>
    WrongSystem,

    /// <summary>The system has reached its session limit.</summary>
    SessionLimit,

    /// <summary>The system limits the rate of requests.</summary>
    RateLimited,

    /// <summary>The system answers that it cannot serve now, for instance during its start.</summary>
    Unavailable,

    /// <summary>The answer does not follow the protocol.</summary>
    Protocol,

    /// <summary>The stored secret cannot be decrypted any more.</summary>
    SecretUnreadable,

    /// <summary>No other category fits: a defect to report.</summary>
    Unknown,
}
