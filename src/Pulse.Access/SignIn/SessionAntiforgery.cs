using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Http;

namespace Pulse.Access.SignIn;

/// <summary>
/// Asks for the antiforgery token where a browser adds the session cookie by itself: unsafe methods of a session. A bearer
/// token is never added by itself. Setup and sign-in act on what is in the body, not on who asks.
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

        // The framework would say SAMEORIGIN; the security headers say DENY.
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
