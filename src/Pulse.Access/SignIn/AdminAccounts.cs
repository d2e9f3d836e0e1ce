using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Credentials;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>The life of the one account.</summary>
internal sealed class AdminAccounts(AccessDbContext database, IPasswordHasher<AdminAccount> hasher)
{
    public Task<bool> ExistAsync(CancellationToken cancellationToken) => database.AdminAccounts.AnyAsync(cancellationToken);

    /// <summary>The new account; null when somebody else has just created it.</summary>
    public async Task<AdminAccount?> TryCreateAsync(string password, CancellationToken cancellationToken)
    {
        var account = new AdminAccount { PasswordHash = "", SecurityStamp = Secrets.Create() };
        account.PasswordHash = hasher.HashPassword(account, password);
        database.AdminAccounts.Add(account);

        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return account;
        }
        catch (DbUpdateException)
        {
            // The name is the key, so losing the race shows as a row that is there. Anything else is a real failure.
            database.ChangeTracker.Clear();
            if (await ExistAsync(cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Changes the password and ends every session.</summary>
    public async Task ChangePasswordAsync(AdminAccount account, string password)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Secrets.Create();

        // Only these two columns: the count of failed sign-ins may be moving at the same time.
        await database.AdminAccounts.ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.PasswordHash, account.PasswordHash)
                .SetProperty(a => a.SecurityStamp, account.SecurityStamp),
            CancellationToken.None);
    }

    public Task EndSessionsAsync()
    {
        var stamp = Secrets.Create();
        return database.AdminAccounts.ExecuteUpdateAsync(
            set => set.SetProperty(account => account.SecurityStamp, stamp), CancellationToken.None);
    }

    /// <summary>Ends one session, also for those who copied its cookie.</summary>
    public async Task EndSessionAsync(SessionMarks session, DateTimeOffset now)
    {
        // Not only as long as the session could have lasted: a clock that is set far ahead for a while must not revive it.
        var forgotten = now - TimeSpan.FromDays(400);
        await database.EndedSessions.Where(ended => ended.EndedAt < forgotten).ExecuteDeleteAsync(CancellationToken.None);
        database.EndedSessions.Add(new EndedSession { Id = session.Id, EndedAt = now });
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // A second sign-out at the same moment has ended it. Anything else is a real failure.
            database.ChangeTracker.Clear();
            if (!await database.EndedSessions.AnyAsync(ended => ended.Id == session.Id, CancellationToken.None))
            {
                throw;
            }
        }
    }
}
