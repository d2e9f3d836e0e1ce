using System.Globalization;
using System.Net;
using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// A host as people type or paste it: a DNS name, an IP literal, <c>host:port</c>, or a whole URL from the browser's
/// address bar, which is split. The UI has the same rules; <c>hostCases.json</c> next to them tests both.
/// </summary>
/// <param name="Host">The name in lower case and in ASCII, or the IP literal without brackets.</param>
/// <param name="Port">The port in the text.</param>
/// <param name="UseHttps">The scheme of a pasted URL; null without a scheme.</param>
internal sealed record HostAddress(string Host, int? Port, bool? UseHttps)
{
    private const int LongestName = 253;
    private const string NoHost = "Enter a DNS name or an IP address.";
    private const string NoIpv4 = "Write an IPv4 address as four numbers from 0 to 255 without leading zeros, for example 10.0.0.7.";
    private const string NoIpv6 = "Write an IPv6 address as [address] or [address]:port.";
    private const string NoBrackets = "Write an IPv6 address with a port in brackets, for example [2001:db8::7]:443.";
    private const string NoPort = "The port after the host must be from 1 to 65535.";

    // A browser reads a backslash in a URL as a slash.
    private static readonly char[] EndsHost = ['/', '\\', '?', '#'];

    /// <returns>The address, or the error.</returns>
    public static (HostAddress? Address, string? Error) Parse(string text)
    {
        bool? useHttps = null;
        var rest = PlainText.OfPerson(PlainText.WithoutInvisible(text));
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
                    return (null, "A URL must begin with https:// or http://.");
            }

            rest = rest[(scheme + 3)..];
        }
        else if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest[2..];
        }

        // The path belongs to the page that was open, and not to the system.
        rest = rest.Split(EndsHost)[0];
        if (rest.Contains('@'))
        {
            return (null, "Leave the user name out of the host.");
        }

        var (host, port, error) = Split(rest);
        if (error is not null)
        {
            return (null, error);
        }

        var (name, wrong) = host.Contains(':') ? CheckIpv6(host) : CheckName(host);
        return name is null ? (null, wrong) : (new HostAddress(name, port, useHttps), null);
    }

    private static (string Host, int? Port, string? Error) Split(string text)
    {
        string host;
        string? port = null;
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']');
            if (end < 0 || (end + 1 < text.Length && text[end + 1] != ':') || !text[1..end].Contains(':'))
            {
                return ("", null, NoIpv6);
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

        return port is null || IsPort(port)
            ? (host, port is null ? null : int.Parse(port, CultureInfo.InvariantCulture), null)
            : ("", null, NoPort);
    }

    private static bool IsPort(string text) =>
        text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;

    private static (string? Host, string? Error) CheckIpv6(string host)
    {
        // A zone index (%eth0) names an interface of this machine, and only link-local addresses have one.
        if (!host.AsSpan().ContainsAny('%', '[') && IPAddress.TryParse(host, out var address))
        {
            return (address.ToString(), null);
        }

        var last = host.LastIndexOf(':');
        return IsPort(host[(last + 1)..]) && IPAddress.TryParse(host[..last], out _) ? (null, NoBrackets) : (null, NoIpv6);
    }

    private static (string? Host, string? Error) CheckName(string host)
    {
        var ascii = HostName.ToAscii(host);
        var name = ascii?.EndsWith('.') == true ? ascii[..^1] : ascii;
        if (name is null or "" || name.Length > LongestName)
        {
            return (null, NoHost);
        }

        var labels = name.Split('.');
        if (IsNumber(labels[^1]))
        {
            // 127.1, 010.0.0.1 and 0x7f000001 are addresses, but programs read them differently: only the plain form is accepted.
            return IPAddress.TryParse(name, out var address) && address.ToString() == name ? (name, null) : (null, NoIpv4);
        }

        return labels.All(IsLabel) ? (name, null) : (null, NoHost);
    }

    // The text that browsers, and the system's own parser, read as the end of an IPv4 address.
    private static bool IsNumber(string label) =>
        (label.Length > 0 && label.All(char.IsAsciiDigit))
        || (label.StartsWith("0x", StringComparison.Ordinal) && label[2..].All(char.IsAsciiHexDigit));

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        && label[0] != '-'
        && label[^1] != '-';
}
