namespace Pulse.PlatformConnections.Connecting;

/// <summary>What the first bytes of an answer are.</summary>
internal static class WireWords
{
    private const byte AlertRecord = 0x15;
    private const byte HandshakeRecord = 0x16;
    private const byte ServerHello = 2;
    private const byte HandshakeFailure = 40;
    private const byte ProtocolVersion = 70;
    private const byte InsufficientSecurity = 71;

    /// <summary>An answer of HTTP without TLS.</summary>
    public static bool IsHttp(ReadOnlySpan<byte> bytes) => bytes.StartsWith("HTTP/"u8);

    /// <summary>A record of TLS, of whatever version.</summary>
    public static bool IsTls(ReadOnlySpan<byte> bytes) => bytes is [AlertRecord or HandshakeRecord, 3, <= 4, ..];

    /// <summary>A refusal of the versions offered, or an answer in an older one.</summary>
    public static bool IsOlderTls(ReadOnlySpan<byte> bytes) =>
        bytes is [AlertRecord, 3, _, _, _, _, ProtocolVersion, ..]
        or [HandshakeRecord, 3, _, _, _, ServerHello, _, _, _, 3, < 3, ..];

    /// <summary>A refusal for want of a version or a cipher in common; it does not say which.</summary>
    public static bool IsNothingInCommon(ReadOnlySpan<byte> bytes) =>
        bytes is [AlertRecord, 3, _, _, _, _, HandshakeFailure or InsufficientSecurity, ..];
}
