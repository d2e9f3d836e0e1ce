using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Http;

namespace Pulse.Access.Tokens;

/// <summary>
/// For the signed-in admin only. A token that could create tokens would survive its own revocation and expiry, and could give
/// itself the missing scopes.
/// </summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/tokens", ListAsync)
            .WithName("ListTokens")
            .WithSummary("All API tokens, newest first, the expired and revoked ones too; never the tokens themselves");

        admin.MapPost("/tokens", CreateAsync)
            .WithName("CreateToken")
            .WithSummary("Creates an API token and shows it once")
            .WithProblems(ProblemCode.ValidationFailed, ProblemCode.AntiforgeryFailed, ProblemCode.NameTaken);

        admin.MapDelete("/tokens/{id:guid}", RevokeAsync)
            .WithName("RevokeToken")
            .WithSummary("Revokes an API token at once and for good")
            .WithProblems(ProblemCode.TokenNotFound);
    }

    private static async Task<Ok<List<TokenDescription>>> ListAsync(ApiTokens tokens, CancellationToken cancellationToken)
    {
        var all = await tokens.ListAsync(cancellationToken);
        return TypedResults.Ok(all.ConvertAll(TokenDescription.From));
    }

    private static async Task<Results<Created<CreatedToken>, ProblemHttpResult>> CreateAsync(
        JsonBody<CreateTokenRequest> body, ApiTokens tokens, HttpRequest http, CancellationToken cancellationToken)
    {
        var request = body.Value;
        var errors = request.Check();
        if (errors.Any)
        {
            return ApiProblem.Validation(errors);
        }

        return await tokens.CreateAsync(request, cancellationToken) is { } created
            ? TypedResults.Created($"{http.PathBase}/api/access/tokens/{created.Id}", created)
            : AccessProblems.TokenNameTaken(request.PlainName);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, ApiTokens tokens, CancellationToken cancellationToken) =>
        await tokens.RevokeAsync(id, cancellationToken) ? TypedResults.NoContent() : AccessProblems.TokenNotFound();
}
