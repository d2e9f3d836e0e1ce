using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Pulse.Access.Authorization;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>The session of the signed-in admin: an encrypted cookie, nothing on the server but the account's stamp.</summary>
internal static class Session
{
    public const string StampClaimType = "stamp";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "pulse_session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }

    public static async Task SignInAsAsync(this HttpContext context, AdminAccount account)
    {
        var user = Describe(account);
        await context.SignInAsync(Schemes.Session, user);

        // The rest of this request, above all its audit entry, acts as the new user.
        context.User = user;
    }

    public static bool IsSession(this ClaimsPrincipal user) => user.Identity?.AuthenticationType == Schemes.Session;

    private static ClaimsPrincipal Describe(AdminAccount account)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.UserName),
                new(ClaimTypes.Name, account.UserName),
                new(ClaimTypes.Role, Policies.AdminRole),
                new(StampClaimType, account.SecurityStamp),
            ],
            Schemes.Session);

        identity.AddClaims(Scopes.Settings.Select(scope => new Claim(Scopes.ClaimType, scope)));
        return new ClaimsPrincipal(identity);
    }
}
