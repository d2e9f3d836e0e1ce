using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pulse.Access;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Documentation;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The six routes, written once and mapped for each platform under its own path.</summary>
internal static class ConnectionEndpoints
{
    public static void MapPlatform(this IEndpointRouteBuilder endpoints, PlatformDescriptor platform)
    {
        var documents = new ConnectionDocumentation(platform);
        var routes = endpoints.MapGroup($"/api/{platform.Key}/connections").WithTags(platform.DisplayName);

        routes.MapGet("", (ListConnections handler, CancellationToken cancellationToken) =>
                handler.HandleAsync(platform, cancellationToken))
            .RequireAuthorization(AccessPolicies.SettingsRead)
            .Describe(documents, documents.List);

        routes.MapPost("", (CreateConnection handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(platform, http, cancellationToken))
            .RequireAuthorization(AccessPolicies.SettingsWrite)
            .Describe(documents, documents.Create);

        routes.MapPut("{id:guid}", (Guid id, UpdateConnection handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(platform, id, http, cancellationToken))
            .RequireAuthorization(AccessPolicies.SettingsWrite)
            .Describe(documents, documents.Update);

        routes.MapDelete("{id:guid}", (Guid id, DeleteConnection handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(platform, id, http, cancellationToken))
            .RequireAuthorization(AccessPolicies.SettingsWrite)
            .Describe(documents, documents.Delete);

        routes.MapPost("test", (TestDraft handler, TestAnswer answer, HttpContext http, CancellationToken cancellationToken, [Description(ConnectionDocumentation.Redact)] bool redact = false) =>
                answer.SendAsync(http, redact, stepEnded => handler.HandleAsync(platform, redact, http, stepEnded, cancellationToken)))
            .RequireAuthorization(AccessPolicies.SettingsWrite)
            .Describe(documents, documents.TestDraft);

        routes.MapPost("{id:guid}/test", (Guid id, TestSaved handler, TestAnswer answer, HttpContext http, CancellationToken cancellationToken, [Description(ConnectionDocumentation.Redact)] bool redact = false) =>
                answer.SendAsync(http, redact, stepEnded => handler.HandleAsync(platform, id, redact, http, stepEnded, cancellationToken)))
            .RequireAuthorization(AccessPolicies.SettingsWrite)
            .Describe(documents, documents.TestSaved);

        if (platform.ProofPage is { } page)
        {
            // As plain text, which every browser shows rather than stores.
            endpoints.MapGet(ConnectionProof.PageOf(platform), () => TypedResults.Text(page, "text/plain", System.Text.Encoding.UTF8))
                .RequireAuthorization(AccessPolicies.SettingsRead)
                .WithTags(platform.DisplayName)
                .WithName($"{platform.Key}_proof")
                .WithSummary($"What is proven about {platform.DisplayName}, and by what")
                .WithDescription("A page in Markdown: how far each release, privilege and number is proven.");
        }
    }
}
