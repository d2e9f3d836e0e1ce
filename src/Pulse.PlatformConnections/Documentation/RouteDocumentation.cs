using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>Puts the documentation onto a route.</summary>
internal static class RouteDocumentation
{
    public static void Describe(this RouteHandlerBuilder route, ConnectionDocumentation documentation, RouteDescription description)
    {
        foreach (var status in (int[])[400, 401, 403, 503, .. description.Errors])
        {
            route.ProducesProblem(status);
        }

        route.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            documentation.Apply(description, operation, context.Document!);
            return Task.CompletedTask;
        });
    }
}
