using System.Net;
using Microsoft.Extensions.Configuration;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The operator's rules for connections to systems: <c>Pulse:Connections</c>.</summary>
internal sealed class ConnectingOptions
{
    public const string AllowedNetworksKey = "Pulse:Connections:AllowedNetworks";

    public const string ProxyKey = "Pulse:Connections:Proxy";
    public const string ProxyExceptionsKey = "Pulse:Connections:ProxyExceptions";

    private readonly List<string> _faults = [];

    /// <summary>The only networks that Pulse may connect to; empty for no such limit.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; set; } = [];

    /// <summary>The values that cannot be read, in words.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The proxy for connections; null for none. No environment variable sets a proxy.</summary>
    public ProxySetting? Proxy { get; set; }

    /// <summary>The systems that Pulse connects to without the proxy.</summary>
    public ProxyExceptions ProxyExceptions { get; } = new();

    public void Read(IConfiguration configuration)
    {
        AllowedNetworks = NetworkList.Read(configuration, AllowedNetworksKey, _faults);
        if (configuration[ProxyKey] is { Length: > 0 } proxy && (Proxy = ProxySetting.Parse(proxy)) is null)
        {
            _faults.Add($"{ProxyKey} is '{ProxySetting.Shown(proxy)}'. Allowed: {ProxySetting.Allowed}.");
        }

        foreach (var (place, value) in SettingList.Read(configuration, ProxyExceptionsKey).Where(exception => !ProxyExceptions.TryAdd(exception.Value)))
        {
            _faults.Add($"{place} is '{value}'. Allowed: a host, a suffix such as .lab.example, an IP address, or a network such as 10.0.0.0/8.");
        }
    }
}
