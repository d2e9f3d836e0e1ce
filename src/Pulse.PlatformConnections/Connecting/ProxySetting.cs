using System.Text;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>The proxy for connections. Holds credentials, and prints none.</summary>
internal sealed class ProxySetting
{
    public const string Allowed = "http://host:port, with user:password@ before the host (percent-encoded) if the proxy asks for them";

    private ProxySetting(string host, int port, string? credentials) => (Host, Port, Credentials) = (host, port, credentials);

    public string Host { get; }

    public int Port { get; }

    /// <summary>The value of <c>Proxy-Authorization</c>; null if the setting has no credentials.</summary>
    public string? Credentials { get; }

    /// <summary>Host and port, an IPv6 literal in brackets.</summary>
    public string Endpoint => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <returns>Null if the text names no proxy that Pulse can use.</returns>
    public static ProxySetting? Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttp
            || url.PathAndQuery != "/" || url.Fragment.Length > 0
            || url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
            || !HasPort(text, url.Port))
        {
            return null;
        }

        var user = Uri.UnescapeDataString(url.UserInfo);
        return user.Any(char.IsControl)
            ? null
            : new(url.IdnHost, url.Port, user.Length == 0 ? null : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(user))}");
    }

    /// <summary>A text without the parts that may be a password.</summary>
    public static string Shown(string text) => text.Contains('@') ? $"********{text[text.LastIndexOf('@')..]}" : text;

    public override string ToString() => Endpoint;

    // Proxies have no usual port: port 80, the default of a URL, would be a guess.
    private static bool HasPort(string text, int port) => text.TrimEnd('/').EndsWith($":{port}", StringComparison.Ordinal);
}
