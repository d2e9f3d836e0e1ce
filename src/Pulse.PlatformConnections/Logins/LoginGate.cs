using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Logins;

/// <summary>
/// Keeps Pulse from locking an account: every login of every connection, poll and test passes this gate. Pulse remembers refused
/// logins, across restarts, by a keyed hash of the secret.
/// </summary>
internal sealed class LoginGate(RefusedLogins refusals, LoginHashKey hashKey, TimeProvider clock) : ILoginGate
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _accounts = new(StringComparer.Ordinal);

    /// <summary>Whether the gate would now hold a login that an administrator asks for.</summary>
    public async Task<LoginHold?> FindHoldAsync(ConnectionTarget target, CancellationToken cancellationToken) =>
        await FindHoldAsync(target, await HashAsync(target, cancellationToken), AttemptPurpose.Test, cancellationToken);

    public async Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken)
    {
        var key = LoginKey.Of(target);
        var hash = await HashAsync(target, cancellationToken);

        // One login at a time for an account: two polls with the same wrong password must not both be refused.
        var account = _accounts.GetOrAdd(key.Lock, _ => new SemaphoreSlim(1, 1));
        await account.WaitAsync(cancellationToken);
        try
        {
            return await FindHoldAsync(target, hash, purpose, cancellationToken) is { } hold
                ? throw new PlatformFailureException(FailureCategory.AuthInvalid) { Hold = hold }
                : await TryAsync(target, hash, login);
        }
        finally
        {
            account.Release();
        }
    }

    /// <summary>
    /// An administrator ended the suspension of a connection: its secret may be tried once more. Refusals within the window of
    /// an account still count, and the hold of the last refusal still applies.
    /// </summary>
    public async Task ForgiveAsync(ConnectionTarget target, CancellationToken cancellationToken)
    {
        var key = LoginKey.Of(target);
        var hash = await HashAsync(target, cancellationToken);
        var same = (await refusals.OfAsync(key.Account, cancellationToken)).Where(refusal => key.Counts(refusal) && refusal.SecretHash == hash).ToList();
        var last = same.MinBy(refusals.AgeOf);
        await refusals.RemoveAsync(refusal => refusal != last && same.Contains(refusal) && refusals.AgeOf(refusal) >= (target.LoginLimits?.Window ?? TimeSpan.Zero));
    }

    private async Task<T> TryAsync<T>(ConnectionTarget target, string hash, Func<Task<T>> login)
    {
        var key = LoginKey.Of(target);
        try
        {
            var result = await login();
            await refusals.RemoveAsync(refusal => key.Counts(refusal) && refusal.SecretHash == hash);
            return result;
        }
        catch (PlatformFailureException failure) when (failure.Category is FailureCategory.AuthInvalid or FailureCategory.CredentialsExpired)
        {
            await refusals.AddAsync(key.Endpoint, key.SystemId, key.Account, hash);
            failure.Hold = (await FindHoldAsync(target, hash, AttemptPurpose.Poll, CancellationToken.None))! with { WasTried = true };
            throw;
        }
    }

    private async Task<LoginHold?> FindHoldAsync(ConnectionTarget target, string hash, AttemptPurpose purpose, CancellationToken cancellationToken)
    {
        var key = LoginKey.Of(target);
        var counted = (await refusals.OfAsync(key.Account, cancellationToken)).Where(key.Counts).ToList();
        var hold = LoginHold.Judge(
            [.. counted.Select(refusal => (refusals.AgeOf(refusal), refusal.SecretHash == hash))],
            target.LoginLimits,
            purpose == AttemptPurpose.Poll,
            clock.GetUtcNow());
        var last = counted.Where(refusal => refusal.SecretHash == hash).MinBy(refusals.AgeOf);
        return hold is not null && last is not null && !key.IsSystemOf(last)
            ? hold with { RefusedElsewhere = last.Endpoint.ToLowerInvariant() }
            : hold;
    }

    private async Task<string> HashAsync(ConnectionTarget target, CancellationToken cancellationToken)
    {
        var secrets = target.Secrets.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key.Length}:{pair.Key}{pair.Value.Reveal().Length}:{pair.Value.Reveal()}");
        var text = Encoding.UTF8.GetBytes(string.Concat(secrets));
        return Convert.ToHexString(HMACSHA256.HashData(await hashKey.GetAsync(cancellationToken), text));
    }
}
