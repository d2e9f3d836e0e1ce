using System.Net.Sockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Failures of the configured proxy, separate from those of the system. No such failure is a refused login: the password of the system
/// was not sent.
/// </summary>
internal static class ProxyFailure
{
    private const string CheckSetting = $"Check {ConnectingOptions.ProxyKey}";

    public static PlatformFailureException NotConnected(ConnectionTarget target, ProxySetting proxy, SocketError error) =>
        error is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            ? Of(proxy, FailureCategory.NameResolution, error.ToString(), $"The name of the proxy {proxy} does not resolve to an address.", $"{CheckSetting}.")
            : Of(
                proxy,
                FailureCategory.Unreachable,
                error.ToString(),
                $"No connection to the proxy {proxy}, through which {target.Endpoint} is reached.",
                $"{CheckSetting}, and that the proxy is running.");

    public static PlatformFailureException NotAllowed(ConnectionTarget target, ProxySetting proxy) => Of(
        proxy,
        FailureCategory.AddressNotAllowed,
        null,
        $"The proxy {proxy}, through which {target.Endpoint} is reached, has an address to which Pulse never connects.",
        $"{CheckSetting}.");

    public static PlatformFailureException Silent(ConnectionTarget target, ProxySetting proxy) => Of(
        proxy,
        FailureCategory.Timeout,
        null,
        $"The proxy {proxy} did not open a connection to {target.Endpoint} in time.",
        $"{CheckSetting}, and whether the proxy can reach the system.");

    public static PlatformFailureException Closed(ConnectionTarget target, ProxySetting proxy) => Of(
        proxy,
        FailureCategory.Unreachable,
        null,
        $"The proxy {proxy} closed the connection instead of opening one to {target.Endpoint}.",
        "Allow the address and port of the system in the proxy.");

    public static PlatformFailureException NoProxy(ConnectionTarget target, ProxySetting proxy) => Of(
        proxy,
        FailureCategory.Protocol,
        null,
        $"{proxy} does not answer like an HTTP proxy, so {target.Endpoint} was not reached.",
        $"{CheckSetting}: it has to be a proxy that allows CONNECT.");

    public static PlatformFailureException Refused(ConnectionTarget target, ProxySetting proxy, int status) => status switch
    {
        407 => Of(
            proxy,
            FailureCategory.PermissionDenied,
            "HTTP 407",
            proxy.Credentials is null ? $"The proxy {proxy} asks for credentials." : $"The proxy {proxy} refused the credentials of {ConnectingOptions.ProxyKey}.",
            $"Set user and password of the proxy in {ConnectingOptions.ProxyKey} and restart Pulse. Pulse speaks Basic authentication with proxies."),
        >= 500 => Of(
            proxy,
            FailureCategory.Unreachable,
            $"HTTP {status}",
            $"The proxy {proxy} could not connect to {target.Endpoint} (HTTP {status}).",
            "Check that the system is running and that the proxy can reach its address and port."),
        _ => Of(
            proxy,
            FailureCategory.PermissionDenied,
            $"HTTP {status}",
            $"The proxy {proxy} refused to connect to {target.Endpoint} (HTTP {status}).",
            $"Allow the address and port of the system in the proxy, or list the system in {ConnectingOptions.ProxyExceptionsKey} and restart Pulse."),
    };

    private static PlatformFailureException Of(ProxySetting proxy, FailureCategory category, string? detail, string sentence, string remedy) =>
        new(category, detail) { Sentence = sentence, Remedy = remedy, ReportedNames = [new(ReportedNameKind.Host, proxy.Host)] };
}
