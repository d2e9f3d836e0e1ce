using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pulse.Access.Authorization;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>
/// The session of the signed-in admin: an encrypted cookie. The server keeps the stamp of the account, and the list of the sessions
/// that were ended early.
/// </summary>
internal static class Session
{
    public const string StampClaimType = "stamp";

    /// <summary>Applies even if the session is in use.</summary>
    public static readonly TimeSpan LongestDuration = TimeSpan.FromDays(7);

    private const string IdClaimType = "session";
    private const string StartClaimType = "started";

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
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var user = Describe(account, new SessionMarks(Guid.CreateVersion7(now), now));
        await context.SignInAsync(Schemes.Session, user);

        // From here on the request, and above all its audit entry, acts as the new user.
        context.User = user;
    }

    /// <summary>Deletes both cookies of the session from this browser.</summary>
    public static async Task ForgetSessionAsync(this HttpContext context)
    {
        await context.SignOutAsync(Schemes.Session);

        var cookie = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        var options = cookie.Build(context);
        options.Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : options.Path;
        context.Response.Cookies.Delete(cookie.Name!, options);
    }

    public static bool IsSession(this ClaimsPrincipal user) => user.Identity?.AuthenticationType == Schemes.Session;

    /// <summary>Null for a cookie of an earlier version, which has no id.</summary>
    public static SessionMarks? MarksOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(IdClaimType), out var id)
        && DateTimeOffset.TryParse(user.FindFirstValue(StartClaimType), CultureInfo.InvariantCulture, DateTimeStyles.None, out var startedAt)
            ? new SessionMarks(id, startedAt)
            : null;

    private static ClaimsPrincipal Describe(AdminAccount account, SessionMarks marks)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.UserName),
                new(ClaimTypes.Name, account.UserName),
                new(ClaimTypes.Role, Policies.AdminRole),
                new(StampClaimType, account.SecurityStamp),
                new(IdClaimType, marks.Id.ToString()),
                new(StartClaimType, marks.StartedAt.ToString("O", CultureInfo.InvariantCulture)),
            ],
            Schemes.Session);

        identity.AddClaims(Scopes.Settings.Select(scope => new Claim(Scopes.ClaimType, scope)));
        return new ClaimsPrincipal(identity);
    }
}
