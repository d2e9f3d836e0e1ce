using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pulse.Access.Authorization;

internal static class Policies
{
    /// <summary>Only a session has this scope, see <see cref="AccessPolicies.Admin"/>.</summary>
    public const string AdminRole = "admin";

    private static readonly PathString[] Closed = ["/api", "/openapi", "/swagger"];

    public static void AddAccessPolicies(this IServiceCollection services)
    {
        var admin = new AuthorizationPolicyBuilder().RequireRole(AdminRole).Build();

        services.AddAuthorizationBuilder()
            .AddPolicy(AccessPolicies.SettingsRead, policy => policy.RequireClaim(Scopes.ClaimType, Scopes.SettingsRead))
            .AddPolicy(AccessPolicies.SettingsWrite, policy => policy.RequireClaim(Scopes.ClaimType, Scopes.SettingsWrite))
            .AddPolicy(AccessPolicies.Admin, admin)
            .SetDefaultPolicy(admin)
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsHarmless).Build());
    }

    // The fallback policy covers requests whose endpoint names no policy. These are an endpoint without a policy (never allowed), an
    // address without an endpoint (404 after the sign-in), and the router's own 405. Below the closed addresses, a request without
    // credentials gets the same answer for every method and address, so that the status does not reveal which addresses exist.
    private static bool IsHarmless(AuthorizationHandlerContext context)
    {
        var http = context.Resource as HttpContext;
        return http?.GetEndpoint() switch
        {
            RouteEndpoint => false,
            null => IsSignedIn(context),
            _ => IsSignedIn(context) || !Array.Exists(Closed, address => http.Request.Path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static bool IsSignedIn(AuthorizationHandlerContext context) => context.User.Identity?.IsAuthenticated == true;
}
