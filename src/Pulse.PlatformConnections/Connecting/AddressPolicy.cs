using System.Net;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Decides which addresses Pulse connects to. The metadata services of clouds give credentials to any program that asks; they use
/// link-local addresses and a few others. Multicast, unspecified and reserved addresses belong to no system. Loopback is allowed.
/// </summary>
/// <param name="allowedNetworks">The only networks that an administrator allows; empty for no such limit.</param>
internal sealed class AddressPolicy(IReadOnlyList<IPNetwork> allowedNetworks)
{
    // The services on these addresses give out credentials, or are meant for the machine itself.
    private static readonly IPNetwork[] Services =
    [
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.100.100.200/32"), // Alibaba Cloud
        IPNetwork.Parse("168.63.129.16/32"), // Azure
        IPNetwork.Parse("192.0.0.192/32"), // Oracle Cloud
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"), // site-local (deprecated)
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

    /// <summary>Allows every address that Pulse does not always refuse.</summary>
    public static AddressPolicy Default { get; } = new([]);

    /// <summary>Whether Pulse refuses the address whatever the settings are.</summary>
    public static bool NeverAllows(IPAddress address) =>
        IsRefused(address)
        || EmbeddedIPv4.In(address).Any(IsRefused)
        || EmbeddedIPv4.PerhapsIn(address).Any(perhaps => Services.Any(network => network.Contains(perhaps)));

    /// <summary>Whether Pulse may connect to the address.</summary>
    public bool Allows(IPAddress address) => !NeverAllows(address) && (allowedNetworks.Count == 0 || IsWithin(address));

    // An IPv4-mapped address is the IPv4 address. The settings may allow a gateway (NAT64) itself, or the address behind it.
    private bool IsWithin(IPAddress address)
    {
        var actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowedNetworks.Any(network => network.Contains(actual) || (EmbeddedIPv4.BehindNat64(actual) is { } behind && network.Contains(behind)));
    }

    private static bool IsRefused(IPAddress address) =>
        Services.Any(network => network.Contains(address)) || NoSystems.Any(network => network.Contains(address));
}
