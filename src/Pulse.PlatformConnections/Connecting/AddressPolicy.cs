using System.Net;
using System.Net.Sockets;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Which addresses Pulse connects to. Cloud metadata services, which hand out credentials to whoever asks, live on
/// link-local addresses; multicast and unspecified ones name no system. Loopback is allowed.
/// </summary>
internal static class AddressPolicy
{
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("255.255.255.255/32"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("ff00::/8"),
    ];

    public static bool Allows(IPAddress address)
    {
        var actual = WithoutIPv6Wrapping(address);
        return !Refused.Any(network => network.Contains(actual));
    }

    // Both forms reach the IPv4 address in their last four bytes: one through the socket layer, one through a NAT64 gateway.
    private static IPAddress WithoutIPv6Wrapping(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && (address.IsIPv4MappedToIPv6 || Nat64.Contains(address))
            ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : address;
}
