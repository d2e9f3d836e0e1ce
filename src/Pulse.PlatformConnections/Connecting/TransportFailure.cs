using System.Net;
using System.Net.Sockets;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Turns an error below the protocol of a platform into a failure category: names, TCP, TLS, HTTP.</summary>
public static class TransportFailure
{
    private const int AddressesShown = 3;

    /// <summary>The failure for an exception of <see cref="HttpClient"/> or of a response stream.</summary>
    /// <returns>Null if the exception does not come from the transport, e.g. for a cancellation.</returns>
    public static PlatformFailureException? From(Exception exception, ConnectionTarget target)
    {
        // The exception of a reconnect of the pool is wrapped.
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is PlatformFailureException failure)
            {
                return failure;
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(FailureCategory.NameResolution),
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded,
            } error =>
                NotHttp(target, error.HttpRequestError),
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } error =>
                NotHttp(target, error.HttpRequestError),
            HttpRequestException or IOException or SocketException => Lost(target),
            _ => null,
        };
    }

    internal static PlatformFailureException NotResolved(ConnectionTarget target, SocketError error) =>
        new(FailureCategory.NameResolution, error.ToString())
        {
            Sentence = $"The name of {target.Endpoint} does not resolve to an address.",
            Remedy = "Check the spelling, and that the DNS of the machine that Pulse runs on knows the name. Pulse resolves names itself, also when it uses a proxy.",
        };

    internal static PlatformFailureException NotAllowed(ConnectionTarget target, IReadOnlyList<IPAddress> addresses)
    {
        var narrowed = addresses.Any(address => !AddressPolicy.NeverAllows(address));
        var list = string.Join(", ", addresses.Take(AddressesShown)) + (addresses.Count > AddressesShown ? " …" : "");
        return new(FailureCategory.AddressNotAllowed)
        {
            ReportedNames = [.. addresses.Take(AddressesShown).Select(address => new ReportedName(ReportedNameKind.Address, $"{address}"))],
            Sentence = narrowed
                ? $"{target.Endpoint} is at {list}, outside of the networks in {ConnectingOptions.AllowedNetworksKey}."
                : $"{target.Endpoint} is at {list}. Pulse never connects to cloud metadata services, nor to link-local, multicast, unspecified or reserved addresses.",
            Remedy = narrowed
                ? $"Use an address in these networks, or add its network to {ConnectingOptions.AllowedNetworksKey} and restart Pulse."
                : "Use the system's own address or name.",
        };
    }

    internal static PlatformFailureException NotConnected(ConnectionTarget target, SocketError error) =>
        new(FailureCategory.Unreachable, error.ToString())
        {
            Sentence = error switch
            {
                SocketError.ConnectionRefused => $"{target.Endpoint} refused the TCP connection: nothing listens there, or a firewall rejects it.",
                SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"There is no route to {target.Endpoint}.",
                _ => $"No TCP connection to {target.Endpoint}.",
            },
        };

    internal static PlatformFailureException TooLong(Uri address, long limit) =>
        new(FailureCategory.Protocol)
        {
            Sentence = $"The answer of {address.Host}:{address.Port} is longer than {limit / (1024 * 1024)} MiB, which is more than Pulse ever needs.",
        };

    internal static PlatformFailureException Lost(ConnectionTarget target) =>
        new(FailureCategory.Unreachable) { Sentence = $"The connection to {target.Endpoint} was lost before the answer was complete." };

    private static PlatformFailureException NotHttp(ConnectionTarget target, HttpRequestError error) =>
        new(FailureCategory.Protocol, error.ToString()) { Sentence = $"The answer of {target.Endpoint} is not valid HTTP." };
}
