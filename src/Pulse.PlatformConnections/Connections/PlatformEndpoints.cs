using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Authorization;
using Pulse.Access.Http;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The routes that all platforms share: their declarations.</summary>
internal static class PlatformEndpoints
{
    public static void MapPlatforms(this IEndpointRouteBuilder endpoints, IEnumerable<PlatformDescriptor> platforms)
    {
        // A declaration does not change while Pulse runs.
        PlatformDocument[] documents = [.. platforms.Select(PlatformDocument.From)];
        endpoints.MapApi("/api/platforms", "Platforms").RequirePolicy(AccessPolicies.SettingsRead)
            .MapGet("", () => TypedResults.Ok(documents))
            .WithName("platforms_list")
            .WithSummary("List the platforms that Pulse connects")
            .WithDescription("The declaration of each platform: its fields, ports, steps, counts and words. Clients draw forms and reports from it.");
    }
}
