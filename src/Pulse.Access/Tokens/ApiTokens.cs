using Microsoft.EntityFrameworkCore;
using Pulse.Access.Audit;
using Pulse.Access.Authorization;
using Pulse.Access.Credentials;
using Pulse.Access.Storage;

namespace Pulse.Access.Tokens;

/// <summary>Creates, lists and revokes the API tokens.</summary>
internal sealed class ApiTokens(AccessDbContext database, TimeProvider time, IAuditTrail audit)
{
    private const string Prefix = "pulse_";

    /// <summary>All tokens, newest first, also the expired and revoked ones.</summary>
    public Task<List<ApiToken>> ListAsync(CancellationToken cancellationToken) => database.ApiTokens.AsNoTracking()
        .OrderByDescending(token => token.CreatedAt)
        .ToListAsync(cancellationToken);

    /// <param name="request">The token to create; valid.</param>
    /// <param name="cancellationToken">Ends the wait until the token is written.</param>
    /// <returns>Null if an active token has the name.</returns>
    public async Task<CreatedToken?> CreateAsync(CreateTokenRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var activeName = TokenNames.Normalize(request.PlainName);
        await TokenNames.FreeExpiredAsync(database, activeName, now, cancellationToken);
        if (await TokenNames.IsTakenAsync(database, activeName, cancellationToken))
        {
            return null;
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

        if (!await TryAddAsync(created))
        {
            return null;
        }

        await audit.RecordAsync(
            new()
            {
                Action = AuditActions.TokenCreate,
                Outcome = AuditOutcomes.Succeeded,
                Detail = $"Token '{created.Name}' with {created.Scopes}, expires {created.ExpiresAt?.ToString("u") ?? "never"}.",
            },
            CancellationToken.None);

        return CreatedToken.From(created, secret);
    }

    /// <returns>False if no active token has the id.</returns>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var token = await database.ApiTokens.SingleOrDefaultAsync(token => token.Id == id && token.RevokedAt == null, cancellationToken);
        if (token is null)
        {
            return false;
        }

        token.RevokedAt = time.GetUtcNow();
        token.ActiveName = null;
        await database.SaveChangesAsync(CancellationToken.None);
        await audit.RecordAsync(
            new() { Action = AuditActions.TokenRevoke, Outcome = AuditOutcomes.Succeeded, Detail = $"Token '{token.Name}'." },
            CancellationToken.None);
        return true;
    }

    /// <returns>False if another request has just taken the name.</returns>
    private async Task<bool> TryAddAsync(ApiToken created)
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
}
