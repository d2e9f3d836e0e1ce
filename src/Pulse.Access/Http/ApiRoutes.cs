using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pulse.Access.Http;

/// <summary>The common parts of all routes of the API.</summary>
public static class ApiRoutes
{
    /// <summary>Maps a group of routes that limit the size of a body, answer an unreadable parameter or body, and describe their problems.</summary>
    /// <param name="endpoints">The builder that gets the group.</param>
    /// <param name="prefix">The path of the group.</param>
    /// <param name="tag">The name of the group in the OpenAPI document.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints, string prefix, string tag)
    {
        var group = endpoints.MapGroup(prefix)
            .WithTags(tag)
            .WithMetadata(new BodyLimit())
            .AddEndpointFilter(UnreadableParameter.RefuseAsync)
            .AddEndpointFilter(UnreadableBody.RefuseAsync);
        ((IEndpointConventionBuilder)group).Finally(ProblemAnswers.Declare);
        return group;
    }

    /// <summary>Declares problems that a route, or each route of a group, can answer.</summary>
    /// <param name="routes">The route or the group.</param>
    /// <param name="codes">The codes of the problems.</param>
    /// <typeparam name="TBuilder">A route or a group.</typeparam>
    public static TBuilder WithProblems<TBuilder>(this TBuilder routes, params IReadOnlyList<ProblemCode> codes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new ProblemAnswers(codes));
}
