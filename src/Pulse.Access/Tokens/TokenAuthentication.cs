using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.Access.Authorization;
using Pulse.Access.Credentials;
using Pulse.Access.Storage;

namespace Pulse.Access.Tokens;

/// <summary>Reads <c>Authorization: Bearer …</c>: the bootstrap token of the settings, or an API token by its hash.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccessDbContext database,
    IOptions<AccessOptions> access,
    Lifetimes lifetimes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, loggers, encoder)
{
    private const string Prefix = "Bearer ";

    // The list shows roughly when a token was last used; a write for every request would cost too much.
    private static readonly TimeSpan LastUsedGrain = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Only bearer tokens are accepted.");
        }

        var secret = header[Prefix.Length..].Trim();
        if (access.Value.BootstrapToken is { } bootstrap && Secrets.AreSame(bootstrap, secret))
        {
            return Success("bootstrap", "bootstrap token", Scopes.Settings);
        }

        var hash = Secrets.Hash(secret);
        var token = await database.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, Context.RequestAborted);
        var now = TimeProvider.GetUtcNow();
        if (token is null || token.RevokedAt is not null || HasExpired(token))
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        await MarkUsedAsync(token, now);
        return Success(token.Id.ToString(), $"token {token.Name}", Scopes.Split(token.Scopes));
    }

    private async Task MarkUsedAsync(ApiToken token, DateTimeOffset now)
    {
        // A time in the future was stored before the clock was set back.
        if (token.LastUsedAt is null || now - token.LastUsedAt >= LastUsedGrain || token.LastUsedAt > now)
        {
            await database.ApiTokens.Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), Context.RequestAborted);
        }
    }

    private bool HasExpired(ApiToken token) =>
        token.ExpiresAt is { } expiresAt && lifetimes.HasEnded(token.Id, token.CreatedAt, expiresAt);

    private AuthenticateResult Success(string id, string name, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name)], Scheme.Name);
        identity.AddClaims(scopes.Select(scope => new Claim(Scopes.ClaimType, scope)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
