using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>
/// Checks a password and counts wrong ones: five within fifteen minutes lock the account for five minutes. The count is in the
/// database, so that neither a restart nor a second instance allows more guesses. Nothing here can be cancelled: a guess also counts
/// if the client disconnects.
/// </summary>
internal sealed class PasswordCheck(AccessDbContext database, IPasswordHasher<AdminAccount> hasher, SteadyClock clock)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(5);

    private static readonly AdminAccount Nobody = new() { PasswordHash = "", SecurityStamp = "" };

    public async Task<PasswordVerdict> CheckAsync(string userName, string password)
    {
        var account = await database.AdminAccounts.AsNoTracking()
            .SingleOrDefaultAsync(account => account.UserName == userName, CancellationToken.None);

        if (account is null)
        {
            // A hash takes as long as a verification: the response time does not reveal which user names exist.
            hasher.HashPassword(Nobody, password);
            return new PasswordVerdict.Refused();
        }

        var now = clock.UtcNow;
        await BoundAsync(account, now);
        if (!await CountAttemptAsync(now))
        {
            return new PasswordVerdict.Locked(await RestOfLockAsync(now));
        }

        var result = hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (result == PasswordVerificationResult.Failed)
        {
            return new PasswordVerdict.Refused();
        }

        await ForgiveAsync();
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await RehashAsync(account, password);
        }

        return new PasswordVerdict.Accepted(account);
    }

    // Stored times may come from a process whose clock was ahead. A time in the future counts as now, and no lock lasts
    // longer than the rule allows.
    private async Task BoundAsync(AdminAccount account, DateTimeOffset now)
    {
        var longest = now + LockDuration;
        if (account.LockedUntil > longest || account.FirstFailureAt > now)
        {
            await database.AdminAccounts.ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.FirstFailureAt, a => a.FirstFailureAt > now ? now : a.FirstFailureAt)
                    .SetProperty(a => a.LockedUntil, a => a.LockedUntil > longest ? longest : a.LockedUntil),
                CancellationToken.None);
        }
    }

    // One statement counts the attempt as failed, and locks the account at the last attempt, before the password is checked. Otherwise all
    // guesses sent at the same moment would pass before the first one has failed, and a process that is killed in between would leave the
    // account locked by its count alone.
    private async Task<bool> CountAttemptAsync(DateTimeOffset now)
    {
        var windowStart = now - Window;
        DateTimeOffset? lockedUntil = now + LockDuration;
        var counted = await database.AdminAccounts
            .Where(account => account.LockedUntil == null || account.LockedUntil <= now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.FailedCount, a => a.FirstFailureAt > windowStart && a.FailedCount < MaxFailures ? a.FailedCount + 1 : 1)
                    .SetProperty(a => a.FirstFailureAt, a => a.FirstFailureAt > windowStart && a.FailedCount < MaxFailures ? a.FirstFailureAt : now)
                    .SetProperty(
                        a => a.LockedUntil,
                        a => a.FirstFailureAt > windowStart && a.FailedCount == MaxFailures - 1 ? lockedUntil : null),
                CancellationToken.None);

        return counted > 0;
    }

    private async Task<TimeSpan> RestOfLockAsync(DateTimeOffset now)
    {
        var lockedUntil = await database.AdminAccounts.Select(account => account.LockedUntil).SingleOrDefaultAsync(CancellationToken.None);

        // A right password at the same moment may have ended the lock.
        return lockedUntil > now ? lockedUntil.Value - now : TimeSpan.FromSeconds(1);
    }

    private async Task ForgiveAsync() => await database.AdminAccounts.ExecuteUpdateAsync(
        set => set
            .SetProperty(account => account.FailedCount, 0)
            .SetProperty(account => account.FirstFailureAt, (DateTimeOffset?)null)
            .SetProperty(account => account.LockedUntil, (DateTimeOffset?)null),
        CancellationToken.None);

    private async Task RehashAsync(AdminAccount account, string password)
    {
        var hash = hasher.HashPassword(account, password);
        await database.AdminAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash), CancellationToken.None);
    }
}
