using System.Globalization;
using System.Net;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// A host as people type or paste it: a DNS name, an IP literal, <c>host:port</c>, or a whole URL from the browser's
/// address bar, which is taken apart.
/// </summary>
/// <param name="Host">The name in lower case, or the IP literal without brackets.</param>
/// <param name="Port">The port that was written with it.</param>
/// <param name="UseHttps">What the scheme of a pasted URL says; null without a scheme.</param>
internal sealed record HostAddress(string Host, int? Port, bool? UseHttps)
{
    private const int LongestName = 253;

    /// <returns>The address, or what is wrong with it.</returns>
    public static (HostAddress? Address, string? Error) Parse(string text)
    {
        bool? useHttps = null;
        var rest = text.Trim();
        if (rest.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            switch (rest[..scheme].ToLowerInvariant())
            {
                case "https":
                    useHttps = true;
                    break;
                case "http":
                    useHttps = false;
                    break;
                default:
                    return Wrong("A URL must begin with https:// or http://.");
            }

            // The path of a pasted URL is the page that was open, and says nothing about the system.
            rest = rest[(scheme + 3)..].Split('/', '?', '#')[0];
        }

        if (rest.Contains('@'))
        {
            return Wrong("Leave the user name out of the host.");
        }

        return Split(rest) is var (host, port, error) && error is not null
            ? Wrong(error)
            : Check(host) is { } name ? (new HostAddress(name, port, useHttps), null) : Wrong("Enter a DNS name or an IP address, without a path.");
    }

    private static (string Host, int? Port, string? Error) Split(string text)
    {
        string host;
        string? port = null;
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']');
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':'))
            {
                return ("", null, "Write an IPv6 address as [address] or [address]:port.");
            }

            host = text[1..end];
            port = end + 1 < text.Length ? text[(end + 2)..] : null;
        }
        else if (text.Count(character => character == ':') == 1)
        {
            host = text[..text.IndexOf(':')];
            port = text[(text.IndexOf(':') + 1)..];
        }
        else
        {
            host = text;
        }

        if (port is null)
        {
            return (host, null, null);
        }

        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535
            ? (host, number, null)
            : ("", null, "The port after the host must be from 1 to 65535.");
    }

    private static string? Check(string host)
    {
        if (host.Contains(':'))
        {
            // A zone index (%eth0) names an interface of this machine, and only link-local addresses have one.
            return !host.Contains('%') && IPAddress.TryParse(host, out var address) ? address.ToString() : null;
        }

        var name = ToAscii(host.EndsWith('.') ? host[..^1] : host)?.ToLowerInvariant();
        if (name is null or "" || name.Length > LongestName)
        {
            return null;
        }

        var labels = name.Split('.');
        if (labels[^1].All(char.IsAsciiDigit))
        {
            // 127.1 and 010.0.0.1 are addresses to some programs and names to others: only the plain form is taken.
            return IPAddress.TryParse(name, out var address) && address.ToString() == name ? name : null;
        }

        return labels.All(IsLabel) ? name : null;
    }

    private static string? ToAscii(string name)
    {
        try
        {
            return name.All(char.IsAscii) ? name : new IdnMapping().GetAscii(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        && label[0] != '-'
        && label[^1] != '-';

    private static (HostAddress? Address, string? Error) Wrong(string error) => (null, error);
}
