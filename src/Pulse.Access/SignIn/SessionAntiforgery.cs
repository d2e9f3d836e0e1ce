using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Http;

namespace Pulse.Access.SignIn;

/// <summary>
/// Requires the antiforgery token for unsafe methods of a session, because a browser sends the session cookie automatically. A browser
/// never sends a bearer token automatically. Setup and sign-in depend on the body, not on the session.
/// </summary>
internal static class SessionAntiforgery
{
    public const string HeaderName = "X-Pulse-Antiforgery";

    public static void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = HeaderName;
        options.Cookie.Name = "pulse_antiforgery";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // The framework would send SAMEORIGIN; the security headers send DENY.
        options.SuppressXFrameOptionsHeader = true;
        options.SuppressReadingTokenFromFormBody = true;
    }

    public static void UseSessionAntiforgery(this WebApplication app) => app.Use(async (context, next) =>
    {
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (NeedsToken(context) && !await antiforgery.IsRequestValidAsync(context))
        {
            await AccessProblems.AntiforgeryFailed().ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool NeedsToken(HttpContext context) =>
        context.User.IsSession()
        && !IsSafe(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
