using Microsoft.AspNetCore.Builder;
using Pulse.Access.Http;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>Adds the documentation to a route.</summary>
internal static class RouteDocumentation
{
    public static void Describe(this RouteHandlerBuilder route, ConnectionDocumentation documentation, RouteDescription description)
    {
        route.WithProblems(description.Problems).AddOpenApiOperationTransformer((operation, context, _) =>
        {
            documentation.Apply(description, operation, context.Document!);
            return Task.CompletedTask;
        });
    }
}
