using System.Net;
using System.Net.Sockets;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The IPv4 addresses that traffic to an IPv6 address reaches, through the socket layer, a gateway or a tunnel.</summary>
internal static class EmbeddedIPv4
{
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork[] InTheLastFourBytes =
    [
        IPNetwork.Parse("::/96"), // IPv4-compatible
        IPNetwork.Parse("::ffff:0:0/96"), // IPv4-mapped
        IPNetwork.Parse("::ffff:0:0:0/96"), // IPv4-translated
        Nat64,
    ];

    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>The IPv4 addresses that the form of an address contains.</summary>
    public static IEnumerable<IPAddress> In(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            yield break;
        }

        var bytes = address.GetAddressBytes();
        if (InTheLastFourBytes.Any(network => network.Contains(address)) || IsIsatap(bytes))
        {
            yield return At(bytes, 12);
        }
        else if (LocalNat64.Contains(address) && bytes[12] != 0)
        {
            // Zero: a gateway with a shorter prefix, which has its address further to the left.
            yield return At(bytes, 12);
        }
        else if (SixToFour.Contains(address))
        {
            yield return At(bytes, 2);
        }
        else if (Teredo.Contains(address))
        {
            yield return At(bytes, 4);
            yield return new IPAddress([.. bytes[12..].Select(inverted => (byte)~inverted)]);
        }
    }

    /// <summary>
    /// The IPv4 address in an address of a local NAT64 gateway, if its prefix has 48, 56 or 64 bits; only the gateway knows. Byte 8 is
    /// never part of it (RFC 6052).
    /// </summary>
    public static IEnumerable<IPAddress> PerhapsIn(IPAddress address)
    {
        if (!LocalNat64.Contains(address))
        {
            yield break;
        }

        var bytes = address.GetAddressBytes();
        yield return new IPAddress([bytes[6], bytes[7], bytes[9], bytes[10]]);
        yield return new IPAddress([bytes[7], bytes[9], bytes[10], bytes[11]]);
        yield return At(bytes, 9);
    }

    /// <summary>The IPv4 address behind a NAT64 gateway of the well-known prefix.</summary>
    public static IPAddress? BehindNat64(IPAddress address) => Nat64.Contains(address) ? At(address.GetAddressBytes(), 12) : null;

    private static bool IsIsatap(byte[] bytes) => bytes is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];

    private static IPAddress At(byte[] bytes, int index) => new(bytes.AsSpan(index, 4));
}
