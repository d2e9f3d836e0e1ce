using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Failures of a port with another scheme than the connection has: HTTPS instead of plain HTTP, the opposite, or an old TLS version.</summary>
internal static class WrongScheme
{
    private const string SwitchHttpsOn = "Switch HTTPS on for this connection, or enter the port on which the system serves plain HTTP.";

    /// <summary>A TLS handshake that failed before the certificate.</summary>
    public static PlatformFailureException NoTls(ConnectionTarget target, ReadOnlySpan<byte> answer)
    {
        var (sentence, remedy) = answer switch
        {
            _ when WireWords.IsHttp(answer) => (
                $"{target.Endpoint} speaks no TLS: it serves plain HTTP on this port.",
                "Enter the port on which the system serves HTTPS (usually 443). Or switch HTTPS off for this connection; then every secret travels in clear text."),
            _ when WireWords.IsOlderTls(answer) => (
                $"{target.Endpoint} speaks only versions of TLS that are older than 1.2, which Pulse does not use.",
                "Enable TLS 1.2 or 1.3 on the system."),
            _ when WireWords.IsNothingInCommon(answer) => (
                $"{target.Endpoint} refused the TLS handshake: it has no TLS version or cipher in common with Pulse, which speaks TLS 1.2 and 1.3.",
                "Enable TLS 1.2 or 1.3 with current ciphers on the system."),
            _ => (
                $"The TLS handshake with {target.Endpoint} failed: the port speaks no TLS, or only versions or ciphers that this machine refuses.",
                "Check the port, and whether the system serves HTTPS on it."),
        };
        return new(FailureCategory.Protocol) { Sentence = sentence, Remedy = remedy };
    }

    /// <summary>A port that answers plain HTTP with TLS, or with a text about TLS.</summary>
    public static PlatformFailureException PlainOnTls(ConnectionTarget target) => new(FailureCategory.Protocol)
    {
        Sentence = $"{target.Endpoint} serves HTTPS on this port, but the connection uses plain HTTP.",
        Remedy = SwitchHttpsOn,
    };

    /// <summary>A port that closes a plain HTTP connection without an answer.</summary>
    public static PlatformFailureException ClosedAtOnce(ConnectionTarget target) => new(FailureCategory.Unreachable)
    {
        Sentence = $"{target.Endpoint} closed the connection without an answer to plain HTTP, as a port that serves HTTPS does.",
        Remedy = $"If the port serves HTTPS: {char.ToLowerInvariant(SwitchHttpsOn[0])}{SwitchHttpsOn[1..]} Otherwise check that the system is running.",
    };

    /// <summary>A redirect from plain HTTP to HTTPS on the same host.</summary>
    public static PlatformFailureException RedirectedToHttps(ConnectionTarget target, int port) => new(FailureCategory.Protocol)
    {
        Sentence = $"{target.Endpoint} answers plain HTTP only with a redirect to HTTPS on port {port}.",
        Remedy = $"Switch HTTPS on for this connection and enter port {port}.",
    };
}
