using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Authorization;
using Pulse.Access.Http;
using Pulse.Access.Storage;

namespace Pulse.Access.Tokens;

/// <summary>
/// For the signed-in admin only. A token that could mint tokens would survive its own revocation and expiry, and could give
/// itself the scopes it lacks.
/// </summary>
internal static class TokenEndpoints
{
    private const string Prefix = "pulse_";

    public static void MapTokens(this IEndpointRouteBuilder access)
    {
        access.MapGet("/tokens", ListAsync)
            .RequirePolicy(AccessPolicies.Admin)
            .WithName("ListTokens")
            .WithSummary("All API tokens, newest first, the expired and revoked ones too; never the tokens themselves");

        access.MapPost("/tokens", CreateAsync)
            .RequirePolicy(AccessPolicies.Admin)
            .WithName("CreateToken")
            .WithSummary("Makes an API token and shows it, this once")
            .ProducesProblem(StatusCodes.Status409Conflict);

        access.MapDelete("/tokens/{id:guid}", RevokeAsync)
            .RequirePolicy(AccessPolicies.Admin)
            .WithName("RevokeToken")
            .WithSummary("Revokes an API token at once and for good")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<List<TokenDescription>>> ListAsync(AccessDbContext database, CancellationToken cancellationToken)
    {
        var tokens = await database.ApiTokens.AsNoTracking()
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(cancellationToken);

        return TypedResults.Ok(tokens.ConvertAll(TokenDescription.From));
    }

    private static async Task<Results<Created<CreatedToken>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        JsonBody<CreateTokenRequest> body,
        AccessDbContext database,
        TimeProvider time,
        HttpContext http,
        IAuditTrail audit,
        CancellationToken cancellationToken)
    {
        var request = body.Value;
        var faults = request.Check();
        if (faults.Any)
        {
            return faults.ToProblem();
        }

        var now = time.GetUtcNow();
        var live = await database.ApiTokens.AsNoTracking().Where(token => token.RevokedAt == null).ToListAsync(cancellationToken);
        if (live.Exists(token => token.IsActive(now) && token.Name.Equals(request.TrimmedName, StringComparison.OrdinalIgnoreCase)))
        {
            return Problems.TokenNameTaken(request.TrimmedName);
        }

        var secret = Prefix + Secrets.Create();
        var created = new ApiToken
        {
            Id = Guid.CreateVersion7(now),
            Name = request.TrimmedName,
            Hash = Secrets.Hash(secret),
            Scopes = Scopes.Join(Scopes.Grantable.Where(request.Scopes!.Contains)),
            CreatedAt = now,
            ExpiresAt = request.ExpiresInDays is { } days ? now.AddDays(days) : null,
        };

        database.ApiTokens.Add(created);
        await database.SaveChangesAsync(cancellationToken);
        await audit.RecordAsync(
            new()
            {
                Action = AuditActions.TokenCreate,
                Outcome = AuditOutcomes.Succeeded,
                Detail = $"Token '{created.Name}' with {created.Scopes}, expires {created.ExpiresAt?.ToString("u") ?? "never"}.",
            },
            cancellationToken);

        return TypedResults.Created(
            $"{http.Request.PathBase}/api/access/tokens/{created.Id}",
            new CreatedToken
            {
                Id = created.Id,
                Name = created.Name,
                Scopes = Scopes.Split(created.Scopes),
                ExpiresAt = created.ExpiresAt?.UtcDateTime,
                Token = secret,
            });
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, AccessDbContext database, TimeProvider time, IAuditTrail audit, CancellationToken cancellationToken)
    {
        var token = await database.ApiTokens.SingleOrDefaultAsync(token => token.Id == id && token.RevokedAt == null, cancellationToken);
        if (token is null)
        {
            return Problems.TokenNotFound();
        }

        token.RevokedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        await audit.RecordAsync(
            new() { Action = AuditActions.TokenRevoke, Outcome = AuditOutcomes.Succeeded, Detail = $"Token '{token.Name}'." },
            cancellationToken);

        return TypedResults.NoContent();
    }
}
