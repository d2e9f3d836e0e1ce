using Microsoft.AspNetCore.Builder;
using Pulse.Access.Http;

namespace Pulse.Access.Authorization;

/// <summary>Sets the policy of routes.</summary>
public static class PolicyRoutes
{
    /// <summary>Requires a policy, and declares the 401 and the 403 that follow from it.</summary>
    /// <param name="routes">The route or the group.</param>
    /// <param name="policy">One of <see cref="AccessPolicies"/>.</param>
    /// <typeparam name="TBuilder">A route or a group.</typeparam>
    public static TBuilder RequirePolicy<TBuilder>(this TBuilder routes, string policy)
        where TBuilder : IEndpointConventionBuilder => routes
            .RequireAuthorization(policy)
            .WithProblems(ProblemCode.Unauthenticated, ProblemCode.Forbidden);
}
