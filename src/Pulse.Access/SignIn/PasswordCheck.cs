using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>
/// Checks a password and keeps count: five wrong ones within fifteen minutes lock the account for five. The count is in the
/// database, so that neither a restart nor a second instance gives fresh guesses.
/// </summary>
internal sealed class PasswordCheck(AccessDbContext database, IPasswordHasher<AdminAccount> hasher, TimeProvider time)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(5);

    private static readonly AdminAccount Nobody = new() { PasswordHash = "", SecurityStamp = "" };

    public async Task<PasswordVerdict> CheckAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await database.AdminAccounts.AsNoTracking()
            .SingleOrDefaultAsync(account => account.UserName == userName, cancellationToken);

        if (account is null)
        {
            // Hashing takes what verifying takes: the time to answer does not tell which user names exist.
            hasher.HashPassword(Nobody, password);
            return new PasswordVerdict.Refused();
        }

        var now = time.GetUtcNow();
        if (!await CountAttemptAsync(now, cancellationToken))
        {
            return new PasswordVerdict.Locked(account.LockedUntil > now ? account.LockedUntil.Value - now : LockDuration);
        }

        var result = hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (result == PasswordVerificationResult.Failed)
        {
            await LockWhenSpentAsync(now, cancellationToken);
            return new PasswordVerdict.Refused();
        }

        await ForgiveAsync(cancellationToken);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await RehashAsync(account, password, cancellationToken);
        }

        return new PasswordVerdict.Accepted(account);
    }

    // The attempt counts as failed before the password is looked at, in one statement: guesses sent at the same moment would
    // otherwise all pass while none has failed yet.
    private async Task<bool> CountAttemptAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var windowStart = now - Window;
        var counted = await database.AdminAccounts
            .Where(account => account.LockedUntil == null || account.LockedUntil <= now)
            .Where(account => account.FailedCount < MaxFailures || account.FirstFailureAt <= windowStart)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.FailedCount, a => a.FirstFailureAt > windowStart ? a.FailedCount + 1 : 1)
                    .SetProperty(a => a.FirstFailureAt, a => a.FirstFailureAt > windowStart ? a.FirstFailureAt : now)
                    .SetProperty(a => a.LockedUntil, (DateTimeOffset?)null),
                cancellationToken);

        return counted > 0;
    }

    private async Task LockWhenSpentAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await database.AdminAccounts
            .Where(account => account.FailedCount >= MaxFailures)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.FailedCount, 0)
                    .SetProperty(account => account.FirstFailureAt, (DateTimeOffset?)null)
                    .SetProperty(account => account.LockedUntil, now + LockDuration),
                cancellationToken);

    private async Task ForgiveAsync(CancellationToken cancellationToken) =>
        await database.AdminAccounts.ExecuteUpdateAsync(
            set => set
                .SetProperty(account => account.FailedCount, 0)
                .SetProperty(account => account.FirstFailureAt, (DateTimeOffset?)null),
            cancellationToken);

    private async Task RehashAsync(AdminAccount account, string password, CancellationToken cancellationToken)
    {
        var hash = hasher.HashPassword(account, password);
        await database.AdminAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash), cancellationToken);
    }
}
