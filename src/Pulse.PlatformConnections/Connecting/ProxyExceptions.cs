using System.Net;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The systems that Pulse connects to without the proxy.</summary>
internal sealed class ProxyExceptions
{
    private readonly List<IPNetwork> _networks = [];
    private readonly List<string> _names = [];

    /// <summary>Adds a host, a suffix (<c>.lab.example</c>), an address or a network.</summary>
    /// <returns>False if the text is none of these.</returns>
    public bool TryAdd(string text)
    {
        if (NetworkList.Parse(text) is { } network)
        {
            _networks.Add(network);
            return true;
        }

        var name = (text.StartsWith("*.", StringComparison.Ordinal) ? text[1..] : text).ToLowerInvariant();
        if (Uri.CheckHostName(name.TrimStart('.')) != UriHostNameType.Dns)
        {
            return false;
        }

        _names.Add(name);
        return true;
    }

    /// <summary>Whether Pulse connects to a system directly. Always true for loopback: through a proxy it would be the proxy's loopback.</summary>
    public bool Cover(string host, IPAddress address)
    {
        var actual = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(actual)
            || _networks.Any(network => network.Contains(actual))
            || _names.Any(name => name.StartsWith('.')
                ? host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
                : host.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
