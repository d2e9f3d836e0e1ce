using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Audit;
using Pulse.Access.Authorization;
using Pulse.Access.Credentials;
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
        var activeName = TokenNames.Normalize(request.PlainName);
        await TokenNames.FreeExpiredAsync(database, activeName, now, cancellationToken);
        if (await TokenNames.IsTakenAsync(database, activeName, cancellationToken))
        {
            return AccessProblems.TokenNameTaken(request.PlainName);
        }

        var secret = Prefix + Secrets.Create();
        var created = new ApiToken
        {
            Id = Guid.CreateVersion7(now),
            Name = request.PlainName,
            ActiveName = activeName,
            Hash = Secrets.Hash(secret),
            Scopes = Scopes.Join(Scopes.Grantable.Where(request.Scopes!.Contains)),
            CreatedAt = now,
            ExpiresAt = request.ExpiresInDays is { } days ? now.AddDays(days) : null,
        };

        if (!await TryAddAsync(database, created))
        {
            return AccessProblems.TokenNameTaken(request.PlainName);
        }

        await audit.RecordAsync(
            new()
            {
                Action = AuditActions.TokenCreate,
                Outcome = AuditOutcomes.Succeeded,
                Detail = $"Token '{created.Name}' with {created.Scopes}, expires {created.ExpiresAt?.ToString("u") ?? "never"}.",
            },
            CancellationToken.None);

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

    /// <returns>False when another request was quicker with the name.</returns>
    private static async Task<bool> TryAddAsync(AccessDbContext database, ApiToken created)
    {
        database.ApiTokens.Add(created);
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await TokenNames.IsTakenAsync(database, created.ActiveName!, CancellationToken.None))
            {
                return false;
            }

            throw;
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, AccessDbContext database, TimeProvider time, IAuditTrail audit, CancellationToken cancellationToken)
    {
        var token = await database.ApiTokens.SingleOrDefaultAsync(token => token.Id == id && token.RevokedAt == null, cancellationToken);
        if (token is null)
        {
            return AccessProblems.TokenNotFound();
        }

        token.RevokedAt = time.GetUtcNow();
        token.ActiveName = null;
        await database.SaveChangesAsync(CancellationToken.None);
        await audit.RecordAsync(
            new() { Action = AuditActions.TokenRevoke, Outcome = AuditOutcomes.Succeeded, Detail = $"Token '{token.Name}'." },
            CancellationToken.None);

        return TypedResults.NoContent();
    }
}
