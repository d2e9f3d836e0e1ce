using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Pulse.Access.Http;
using Pulse.Access.Setup;

namespace Pulse.Access;

/// <summary>Answers 401 and 403 as problem details. The framework would redirect a browser to a sign-in page.</summary>
internal sealed class Refusals(SetupToken setup) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (authorizeResult.Forbidden)
        {
            return AccessProblems.Forbidden().ExecuteAsync(context);
        }

        context.Response.Headers.WWWAuthenticate =
            context.Request.Headers.Authorization.Count > 0 ? "Bearer error=\"invalid_token\"" : "Bearer";

        return AccessProblems.Unauthenticated(setup.IsPending).ExecuteAsync(context);
    }
}
