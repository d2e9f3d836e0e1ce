namespace Pulse.PlatformConnections.Connecting;

/// <summary>Recognizes the first bytes of an answer.</summary>
internal static class WireWords
{
    private const byte AlertRecord = 0x15;
    private const byte HandshakeRecord = 0x16;
    private const byte ServerHello = 2;
    private const byte HandshakeFailure = 40;
    private const byte ProtocolVersion = 70;
    private const byte InsufficientSecurity = 71;

    /// <summary>An HTTP answer without TLS.</summary>
    public static bool IsHttp(ReadOnlySpan<byte> bytes) => bytes.StartsWith("HTTP/"u8);

    /// <summary>A TLS record of any version.</summary>
    public static bool IsTls(ReadOnlySpan<byte> bytes) => bytes is [AlertRecord or HandshakeRecord, 3, <= 4, ..];

    /// <summary>A TLS alert about the offered versions, or an answer in an older version.</summary>
    public static bool IsOlderTls(ReadOnlySpan<byte> bytes) =>
        bytes is [AlertRecord, 3, _, _, _, _, ProtocolVersion, ..]
        or [HandshakeRecord, 3, _, _, _, ServerHello, _, _, _, 3, < 3, ..];

    /// <summary>A TLS alert about a missing common version or cipher; the alert does not say which.</summary>
    public static bool IsNothingInCommon(ReadOnlySpan<byte> bytes) =>
        bytes is [AlertRecord, 3, _, _, _, _, HandshakeFailure or InsufficientSecurity, ..];
}
