using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Which addresses Pulse connects to. The metadata services of clouds hand out credentials to any program that asks; they live on
/// link-local addresses and on a few others. Multicast, unspecified and reserved addresses name no system. Loopback is allowed.
/// </summary>
/// <param name="allowedNetworks">The networks that an administrator narrows connections to; empty for no narrowing.</param>
internal sealed class AddressPolicy(IReadOnlyList<IPNetwork> allowedNetworks)
{
    // What answers on these hands out credentials, or is meant for the machine itself.
    private static readonly IPNetwork[] Services =
    [
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.100.100.200/32"), // Alibaba Cloud
        IPNetwork.Parse("168.63.129.16/32"), // Azure
        IPNetwork.Parse("192.0.0.192/32"), // Oracle Cloud
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"), // site-local, of old
        IPNetwork.Parse("fd00:ec2::/32"), // the services of AWS: metadata (::254), credentials of pods (::23)
        IPNetwork.Parse("fd20:ce::254/128"), // Google Cloud; its neighbours are networks of customers
    ];

    private static readonly IPNetwork[] NoSystems =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("ff00::/8"),
    ];

    /// <summary>Allows every address that is not refused for good.</summary>
    public static AddressPolicy Default { get; } = new([]);

    /// <summary>Whether no setting can open the address.</summary>
    public static bool NeverAllows(IPAddress address) =>
        IsRefused(address)
        || EmbeddedIPv4.In(address).Any(IsRefused)
        || EmbeddedIPv4.PerhapsIn(address).Any(perhaps => Services.Any(network => network.Contains(perhaps)));

    /// <summary>Whether the address may be connected to.</summary>
    public bool Allows(IPAddress address) => !NeverAllows(address) && (allowedNetworks.Count == 0 || IsWithin(address));

    // An IPv4-mapped address is the IPv4 address. A gateway (NAT64) may be allowed as such, or by the address behind it.
    private bool IsWithin(IPAddress address)
    {
        var actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowedNetworks.Any(network => network.Contains(actual) || (EmbeddedIPv4.BehindNat64(actual) is { } behind && network.Contains(behind)));
    }

    private static bool IsRefused(IPAddress address) =>
        Services.Any(network => network.Contains(address)) || NoSystems.Any(network => network.Contains(address));
}
