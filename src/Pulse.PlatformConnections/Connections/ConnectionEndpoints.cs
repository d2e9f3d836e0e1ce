using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Authorization;
using Pulse.Access.Http;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Documentation;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The six routes, written once and mapped for each platform below its own path.</summary>
internal static class ConnectionEndpoints
{
    public static void MapPlatform(this IEndpointRouteBuilder endpoints, PlatformDescriptor platform)
    {
        var documents = new ConnectionDocumentation(platform);
        var api = endpoints.MapApi($"/api/{platform.Key}", platform.DisplayName);
        var routes = api.MapGroup("connections").WithProblems(ProblemCode.BadRequest, ProblemCode.StoreUnavailable);

        var readers = routes.MapGroup("").RequirePolicy(AccessPolicies.SettingsRead);
        readers.MapGet("", (ListConnections useCase, CancellationToken cancellationToken) => useCase.HandleAsync(platform, cancellationToken))
            .Describe(documents, documents.List);

        var writers = routes.MapGroup("").RequirePolicy(AccessPolicies.SettingsWrite).WithProblems(ProblemCode.AntiforgeryFailed);
        writers.MapPost("", async (JsonObjectBody body, CreateConnection useCase, HttpContext http, CancellationToken cancellationToken) =>
                Created(http, await useCase.HandleAsync(platform, body.Value, cancellationToken)))
            .Describe(documents, documents.Create);

        writers.MapPut("{id:guid}", async (Guid id, JsonObjectBody body, UpdateConnection useCase, HttpContext http, CancellationToken cancellationToken) =>
                Updated(http, await useCase.HandleAsync(platform, id, body.Value, Preconditions.Read(http.Request), cancellationToken)))
            .Describe(documents, documents.Update);

        writers.MapDelete("{id:guid}", async (Guid id, DeleteConnection useCase, HttpRequest request, CancellationToken cancellationToken) =>
                Deleted(await useCase.HandleAsync(platform, id, Preconditions.Read(request), cancellationToken)))
            .Describe(documents, documents.Delete);

        writers.MapPost("test", (JsonObjectBody body, TestDraft useCase, TestAnswer answer, HttpContext http, CancellationToken cancellationToken, [Description(ConnectionDocumentation.Redact)] bool redact = false) =>
                answer.SendAsync(http, body, redact, request => useCase.HandleAsync(platform, request, cancellationToken)))
            .Describe(documents, documents.TestDraft);

        writers.MapPost("{id:guid}/test", (Guid id, JsonObjectBody? body, TestSaved useCase, TestAnswer answer, HttpContext http, CancellationToken cancellationToken, [Description(ConnectionDocumentation.Redact)] bool redact = false) =>
                answer.SendAsync(http, body, redact, request => useCase.HandleAsync(platform, id, request, cancellationToken)))
            .Describe(documents, documents.TestSaved);

        if (platform.ProofPage is { } page)
        {
            // As plain text, which every browser shows and does not download.
            endpoints.MapApi(ConnectionProof.PageOf(platform), platform.DisplayName).RequirePolicy(AccessPolicies.SettingsRead)
                .MapGet("", () => TypedResults.Text(page, "text/plain", System.Text.Encoding.UTF8))
                .Produces(StatusCodes.Status200OK)
                .WithName($"{platform.Key}_proof")
                .WithSummary($"Read what is proven about {platform.DisplayName}, with the evidence")
                .WithDescription("A page in Markdown: how far each release, privilege and number is proven.");
        }
    }

    private static Results<Created<ConnectionDocument>, ProblemHttpResult> Created(HttpContext http, Outcome<ConnectionDocument> outcome)
    {
        if (outcome.Value is not { } saved)
        {
            return ConnectionProblems.Of(outcome.Refusal!);
        }

        Preconditions.WriteETag(http.Response, saved.Version);
        return TypedResults.Created($"{http.Request.PathBase}{http.Request.Path}/{saved.Id}", saved);
    }

    private static Results<Ok<ConnectionDocument>, ProblemHttpResult> Updated(HttpContext http, Outcome<ConnectionDocument> outcome)
    {
        if (outcome.Value is not { } saved)
        {
            return ConnectionProblems.Of(outcome.Refusal!);
        }

        Preconditions.WriteETag(http.Response, saved.Version);
        return TypedResults.Ok(saved);
    }

    private static Results<NoContent, ProblemHttpResult> Deleted(ConnectionRefusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : ConnectionProblems.Of(refusal);
}
