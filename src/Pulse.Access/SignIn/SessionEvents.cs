using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Authorization;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>Ends a session whose stamp is no longer the account's. One small read a request, so that it ends at once.</summary>
internal sealed class SessionEvents(AccessDbContext database) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var current = await database.AdminAccounts
            .Where(account => account.UserName == name)
            .Select(account => account.SecurityStamp)
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);

        if (current is null || current != context.Principal?.FindFirstValue(Session.StampClaimType))
        {
            context.RejectPrincipal();

            // Without it the sliding expiry would renew the cookie just refused.
            await context.HttpContext.SignOutAsync(Schemes.Session);
        }
    }
}
