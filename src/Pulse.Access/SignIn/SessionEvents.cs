using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Authorization;
using Pulse.Access.Credentials;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>
/// Ends a session that was signed out, whose stamp differs from the account's, or whose time is over. Each request costs one small read,
/// so that a session ends at once.
/// </summary>
internal sealed class SessionEvents(AccessDbContext database, Lifetimes lifetimes, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await IsValidAsync(context))
        {
            // A cookie with a date in the future was issued before the clock was set back. Without a new cookie it would not be renewed for
            // as long as the clock was ahead.
            context.ShouldRenew |= context.Properties.IssuedUtc > time.GetUtcNow();
            return;
        }

        context.RejectPrincipal();

        // Otherwise the sliding expiry would renew the cookie that was just refused.
        await context.HttpContext.SignOutAsync(Schemes.Session);
    }

    private async Task<bool> IsValidAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user || Session.MarksOf(user) is not { } marks || HasEnded(marks, context.Properties))
        {
            return false;
        }

        var name = user.FindFirstValue(ClaimTypes.NameIdentifier);
        var current = await database.AdminAccounts
            .Where(account => account.UserName == name)
            .Select(account => new { account.SecurityStamp, IsEnded = database.EndedSessions.Any(ended => ended.Id == marks.Id) })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        return current is { IsEnded: false } && current.SecurityStamp == user.FindFirstValue(Session.StampClaimType);
    }

    private bool HasEnded(SessionMarks marks, AuthenticationProperties cookie) =>
        lifetimes.HasEnded(marks.Id, marks.StartedAt, marks.StartedAt + Session.LongestDuration)
        || cookie is not { IssuedUtc: { } issued, ExpiresUtc: { } expires }
        || lifetimes.HasEnded(marks.Id, issued, expires);
}
