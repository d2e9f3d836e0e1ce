using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// Keeps Pulse from locking an account: every login of every connection, poll and test passes here. Refused logins are
/// remembered in the store, over restarts, by a keyed hash of the secret.
/// </summary>
internal sealed class LoginGate(IDbContextFactory<ConnectionsDbContext> contexts, LoginHashKey hashKey, TimeProvider clock) : ILoginGate
{
    // Suspension lasts until an admin acts, so a refusal must be remembered far longer than any hold.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _accounts = new(StringComparer.Ordinal);

    /// <summary>Whether a login would be held back now.</summary>
    public async Task<LoginHold?> FindHoldAsync(ConnectionTarget target, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using (context)
        {
            return await FindHoldAsync(context, Key.Of(target), await HashAsync(target, cancellationToken), cancellationToken);
        }
    }

    public async Task<T> EnterAsync<T>(ConnectionTarget target, Func<Task<T>> login, CancellationToken cancellationToken)
    {
        var key = Key.Of(target);
        var hash = await HashAsync(target, cancellationToken);

        // One login at a time to an account: two polls with the same wrong password must not both be refused. A system
        // that is known goes by itself, not by the name it was reached under.
        var account = _accounts.GetOrAdd($"{key.SystemId ?? key.Endpoint} {key.Account}", _ => new SemaphoreSlim(1, 1));
        await account.WaitAsync(cancellationToken);
        try
        {
            var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using (context)
            {
                if (await FindHoldAsync(context, key, hash, cancellationToken) is { } hold)
                {
                    throw new PlatformFailureException(FailureCategory.AuthInvalid) { Hold = hold };
                }

                return await TryAsync(context, key, hash, login, cancellationToken);
            }
        }
        finally
        {
            account.Release();
        }
    }

    private async Task<T> TryAsync<T>(ConnectionsDbContext context, Key key, string hash, Func<Task<T>> login, CancellationToken cancellationToken)
    {
        try
        {
            var result = await login();
            await Matching(context, key).Where(row => row.SecretHash == hash).ExecuteDeleteAsync(cancellationToken);
            return result;
        }
        catch (PlatformFailureException failure) when (failure.Category == FailureCategory.AuthInvalid)
        {
            // Not cancelled with the attempt: a refusal that is not written down would be repeated.
            failure.Hold = await RememberAsync(context, key, hash);
            throw;
        }
    }

    private async Task<LoginHold> RememberAsync(ConnectionsDbContext context, Key key, string hash)
    {
        var now = clock.GetUtcNow();
        await context.RefusedLogins.Where(row => row.At < now - Memory).ExecuteDeleteAsync(CancellationToken.None);
        context.RefusedLogins.Add(new RefusedLogin { Endpoint = key.Endpoint, SystemId = key.SystemId, Account = key.Account, SecretHash = hash, At = now });
        await context.SaveChangesAsync(CancellationToken.None);
        var hold = await FindHoldAsync(context, key, hash, CancellationToken.None);
        return hold! with { WasTried = true };
    }

    private async Task<LoginHold?> FindHoldAsync(ConnectionsDbContext context, Key key, string hash, CancellationToken cancellationToken)
    {
        var rows = await Matching(context, key).Select(row => new { row.At, row.SecretHash }).ToListAsync(cancellationToken);
        return LoginHold.Judge([.. rows.Select(row => (row.At, row.SecretHash == hash))], clock.GetUtcNow());
    }

    private static IQueryable<RefusedLogin> Matching(ConnectionsDbContext context, Key key) =>
        context.RefusedLogins.Where(row =>
            row.Account == key.Account && (row.Endpoint == key.Endpoint || (key.SystemId != null && row.SystemId == key.SystemId)));

    private async Task<string> HashAsync(ConnectionTarget target, CancellationToken cancellationToken)
    {
        var secrets = target.Secrets.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key.Length}:{pair.Key}{pair.Value.Reveal().Length}:{pair.Value.Reveal()}");
        var text = Encoding.UTF8.GetBytes(string.Concat(secrets));
        return Convert.ToHexString(HMACSHA256.HashData(await hashKey.GetAsync(cancellationToken), text));
    }

    private sealed record Key(string Endpoint, string? SystemId, string Account)
    {
        public static Key Of(ConnectionTarget target) =>
            new(target.Endpoint.ToUpperInvariant(), target.SystemId, Normalize(target.Account.ToUpperInvariant()));

        // DOMAIN\user and user@domain are one account.
        private static string Normalize(string account) =>
            account.Split('\\') is [var domain, var user] ? $"{user}@{domain}" : account;
    }
}
