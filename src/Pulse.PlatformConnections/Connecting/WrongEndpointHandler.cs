using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Recognizes an answer that does not come from the API of a system: a redirect, a web page, a port of the other scheme. Never follows
/// redirects.
/// </summary>
/// <param name="target">The system.</param>
/// <param name="firstBytes">The first bytes that came over the latest connection.</param>
/// <param name="inner">Sends the requests.</param>
internal sealed partial class WrongEndpointHandler(ConnectionTarget target, Func<ReadOnlyMemory<byte>> firstBytes, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private const int MaxPage = 64 * 1024;

    // The answers of servers to plain HTTP on a TLS port: nginx, Apache, Go, Tomcat.
    private static readonly string[] PlainOnTls =
    [
        "plain HTTP request was sent to HTTPS port",
        "speaking plain HTTP to an SSL-enabled server port",
        "Client sent an HTTP request to an HTTPS server",
        "combination of host and port requires TLS",
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (PlainOnTlsPort(error) is not null)
        {
            throw PlainOnTlsPort(error)!;
        }

        try
        {
            await RefuseAsync(request, response, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private PlatformFailureException? PlainOnTlsPort(HttpRequestException error)
    {
        if (target.UseHttps || error.InnerException is PlatformFailureException)
        {
            return null;
        }

        var answer = firstBytes();
        return WireWords.IsTls(answer.Span) ? WrongScheme.PlainOnTls(target)
            : answer.IsEmpty && error.InnerException is IOException ? WrongScheme.ClosedAtOnce(target)
            : null;
    }

    private async Task RefuseAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
        {
            throw WrongPlace.Redirect(target, request.RequestUri!, location);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw new WebPageException(target, TitleOf(await ReadPageAsync(response, cancellationToken)));
        }

        if (!target.UseHttps && response.StatusCode == HttpStatusCode.BadRequest)
        {
            var page = await ReadPageAsync(response, cancellationToken);
            if (PlainOnTls.Any(words => page.Contains(words, StringComparison.OrdinalIgnoreCase)))
            {
                throw WrongScheme.PlainOnTls(target);
            }
        }
    }

    /// <summary>The start of the body, which the caller can still read.</summary>
    private static async Task<string> ReadPageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxPage];
        var length = await body.ReadAtLeastAsync(buffer, MaxPage, throwOnEndOfStream: false, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var start = new ByteArrayContent(buffer, 0, length);
            foreach (var header in response.Content.Headers.Where(header => header.Key != "Content-Length"))
            {
                start.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            response.Content = start;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }

    private static string? TitleOf(string page) =>
        Title().Match(page) is { Success: true } match
        && SystemText.Text(WebUtility.HtmlDecode(Blanks().Replace(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(match.Groups["title"].Value)), " ")).Trim()) is { Length: > 0 } title
            ? title
            : null;

    [GeneratedRegex("<title[^>]{0,200}>(?<title>[^<]{1,1000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
