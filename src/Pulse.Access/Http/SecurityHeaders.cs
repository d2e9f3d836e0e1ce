using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

internal static class SecurityHeaders
{
    private const string Strict =
        "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'";

    // Swagger UI needs inline scripts, inline styles and data: images. It shows only Pulse's own document.
    private const string Swagger =
        $"{Strict}; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An outer error handler clears the headers and may rewrite the path. So the path is read now, and the headers are set at the end.
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

    // Other programs on the same machine, on other ports, may use plain HTTP.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsBelow(PathString path, string root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);
}
