using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Pulse.PlatformConnections.Configuration;

/// <summary>A setting that lists addresses and networks.</summary>
public static class NetworkList
{
    private const int MappedBits = 96;

    /// <summary>Reads the networks; an address is a network with one address.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="key">The key of the list.</param>
    /// <param name="faults">Gets a sentence for each value that is neither a network nor an address.</param>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration, string key, ICollection<string> faults)
    {
        List<IPNetwork> networks = [];
        foreach (var (place, value) in SettingList.Read(configuration, key))
        {
            if (Parse(value) is { } network)
            {
                networks.Add(network);
            }
            else
            {
                faults.Add($"{place} is '{value}'. Allowed: an IP address, or a network such as 10.0.0.0/8 or fd00::/8 with no bits after its prefix.");
            }
        }

        return networks;
    }

    /// <summary>The network in a text; null if the text is not a network.</summary>
    public static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryAddress(slash < 0 ? text : text[..slash], out var address))
        {
            return null;
        }

        var bits = address.GetAddressBytes().Length * 8;
        var prefix = bits;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits))
        {
            return null;
        }

        // An IPv4-mapped network is compared as its IPv4 network.
        if (address.IsIPv4MappedToIPv6 && prefix >= MappedBits)
        {
            (address, prefix) = (address.MapToIPv4(), prefix - MappedBits);
        }

        // The parser of the framework drops the bits after the prefix. Such bits are a typing error, and must not pass as a network.
        var network = IPNetwork.Parse($"{address}/{prefix}");
        return network.BaseAddress.Equals(address) ? network : null;
    }

    // The parser of the framework also accepts '10', '0x7f.1' and '010.0.0.1', each as a surprising address.
    private static bool TryAddress(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!)
        && address.ScopeIdIsZero()
        && (address.AddressFamily == AddressFamily.InterNetworkV6 ? !text.Contains('[') : address.ToString() == text);

    private static bool ScopeIdIsZero(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork || address.ScopeId == 0;
}
