using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Audit;
using Pulse.Access.Authorization;

namespace Pulse.Access.SignIn;

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/session", Describe)
            .WithName("GetSession")
            .WithSummary("The signed-in user, and the antiforgery token for changes; 401 with setupRequired while there is no admin");

        admin.MapPost("/sign-out", SignOutAsync)
            .WithName("SignOut")
            .WithSummary("Ends the session of this browser, and makes copies of its cookie invalid");

        admin.MapPost("/sign-out-everywhere", SignOutEverywhereAsync)
            .WithName("SignOutEverywhere")
            .WithSummary("Ends every session, and makes copies of their cookies invalid; API tokens stay valid");
    }

    private static Ok<SessionDescription> Describe(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return TypedResults.Ok(new SessionDescription
        {
            UserName = context.User.Identity!.Name!,
            Scopes = [.. context.User.FindAll(Scopes.ClaimType).Select(claim => claim.Value)],
            AntiforgeryToken = tokens.RequestToken!,
            AntiforgeryHeader = SessionAntiforgery.HeaderName,
        });
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context, AdminAccounts accounts, TimeProvider time, IAuditTrail audit)
    {
        await accounts.EndSessionAsync(Session.MarksOf(context.User)!, time.GetUtcNow());
        await context.ForgetSessionAsync();
        await audit.RecordAsync(new() { Action = AuditActions.SignOut, Outcome = AuditOutcomes.Succeeded }, CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhereAsync(HttpContext context, AdminAccounts accounts, IAuditTrail audit)
    {
        await accounts.EndSessionsAsync();
        await context.ForgetSessionAsync();
        await audit.RecordAsync(new() { Action = AuditActions.SignOutEverywhere, Outcome = AuditOutcomes.Succeeded }, CancellationToken.None);
        return TypedResults.NoContent();
    }

    // A class, not a record: a generated ToString() would print the antiforgery token.
    internal sealed class SessionDescription
    {
        public required string UserName { get; init; }

        public required IReadOnlyList<string> Scopes { get; init; }

        public required string AntiforgeryToken { get; init; }

        public required string AntiforgeryHeader { get; init; }
    }
}
