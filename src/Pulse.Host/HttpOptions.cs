using System.Net;
using Pulse.PlatformConnections.Configuration;

namespace Pulse.Host;

/// <summary>The reverse proxies in front of Pulse: <c>Pulse:Http</c>.</summary>
internal sealed class HttpOptions
{
    public const string KnownProxiesKey = "Pulse:Http:KnownProxies";
    public const string PublicUrlKey = "Pulse:Http:PublicUrl";

    private readonly List<string> _faults = [];

    /// <summary>The proxies whose forwarded headers Pulse trusts; empty if there are none.</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; private set; } = [];

    /// <summary>The address that browsers use for Pulse, whatever a request says; null for the address of the request.</summary>
    public Uri? PublicUrl { get; private set; }

    /// <summary>The values that cannot be read, in words.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public void Read(IConfiguration configuration)
    {
        KnownProxies = NetworkList.Read(configuration, KnownProxiesKey, _faults);
        if (configuration[PublicUrlKey] is not { Length: > 0 } text)
        {
            return;
        }

        PublicUrl = Uri.TryCreate(text, UriKind.Absolute, out var url) && IsUsable(url) ? url : null;
        if (PublicUrl is null)
        {
            _faults.Add($"{PublicUrlKey} is '{text}'. Allowed: an http or https URL without user, query and fragment, such as https://monitoring.example/pulse.");
        }
    }

    private static bool IsUsable(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0 && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}
