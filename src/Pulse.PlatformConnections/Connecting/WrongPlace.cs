using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>Failures of an endpoint that answers like a web site, and not like the API of a system.</summary>
internal static class WrongPlace
{
    private const string Directly = "If it is a sign-in page, connect to the system directly, not through the sign-in page.";

    /// <summary>A redirect. Only its host and port are shown: the rest may hold a token.</summary>
    public static PlatformFailureException Redirect(ConnectionTarget target, Uri from, Uri location)
    {
        var to = new Uri(from, location);
        if (to.Scheme != Uri.UriSchemeHttp && to.Scheme != Uri.UriSchemeHttps)
        {
            return new(FailureCategory.WrongSystem) { Sentence = $"{target.Endpoint} redirects to an address that is not on the web.", Remedy = $"Check host and port. {Directly}" };
        }

        var sameHost = string.Equals(to.IdnHost, from.IdnHost, StringComparison.OrdinalIgnoreCase);
        if (sameHost && !target.UseHttps && to.Scheme == Uri.UriSchemeHttps)
        {
            return WrongScheme.RedirectedToHttps(target, to.Port);
        }

        if (sameHost && to.Port == from.Port && to.Scheme == from.Scheme)
        {
            return new(FailureCategory.WrongSystem)
            {
                Sentence = $"{target.Endpoint} redirects to another page of its own, as a web interface or a sign-in page does.",
                Remedy = $"Check the port: the API may be on another one (usually 443). {Directly}",
            };
        }

        var host = SystemText.Text(to.IdnHost);
        var endpoint = to.HostNameType == UriHostNameType.IPv6 ? $"[{host}]:{to.Port}" : $"{host}:{to.Port}";
        var scheme = to.Scheme == Uri.UriSchemeHttps ? "HTTPS" : "plain HTTP";
        return new(FailureCategory.WrongSystem)
        {
            Sentence = $"{target.Endpoint} redirects to {endpoint} ({scheme}).",
            Remedy = $"If that is the system itself, enter host {host} and port {to.Port}, with {scheme}. {Directly}",
            ReportedNames = [new(ReportedNameKind.Host, host)],
        };
    }
}
