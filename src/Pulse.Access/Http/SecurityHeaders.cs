using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

internal static class SecurityHeaders
{
    private const string Strict =
        "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'";

    // Swagger UI brings inline scripts, inline styles and data: images. It shows only Pulse's own document.
    private const string Swagger =
        $"{Strict}; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An error handler further out clears the headers and may rewrite the path, so: the path now, the headers last.
        var path = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers, path);
            if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host))
            {
                context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        });

        return next(context);
    });

    private static void Write(IHeaderDictionary headers, PathString path)
    {
        headers.ContentSecurityPolicy = IsBelow(path, "/swagger") ? Swagger : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        if (IsBelow(path, "/api"))
        {
            headers.CacheControl = "no-store";
        }
    }

    // Other programs on the same machine, each on a port of its own, may speak plain HTTP.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsBelow(PathString path, string root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);
}
