using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Credentials;
using Pulse.Access.Storage;

namespace Pulse.Access.SignIn;

/// <summary>Creates and changes the one account.</summary>
internal sealed class AdminAccounts(AccessDbContext database, IPasswordHasher<AdminAccount> hasher)
{
    public Task<bool> ExistAsync(CancellationToken cancellationToken) => database.AdminAccounts.AnyAsync(cancellationToken);

    /// <summary>The new account; null if another request has just created it.</summary>
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
            // The name is the key, so a lost race shows as an existing row. Any other error is a real failure.
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

        // Only these two columns: the count of failed sign-ins may change at the same time.
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

    /// <summary>Ends one session. A copy of its cookie is refused too.</summary>
    public async Task EndSessionAsync(SessionMarks session, DateTimeOffset now)
    {
        // The row is kept longer than the session could last: a clock that is set far ahead for a while must not make the session valid again.
        var forgotten = now - TimeSpan.FromDays(400);
        await database.EndedSessions.Where(ended => ended.EndedAt < forgotten).ExecuteDeleteAsync(CancellationToken.None);
        database.EndedSessions.Add(new EndedSession { Id = session.Id, EndedAt = now });
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // A second sign-out at the same moment has ended the session. Any other error is a real failure.
            database.ChangeTracker.Clear();
            if (!await database.EndedSessions.AnyAsync(ended => ended.Id == session.Id, CancellationToken.None))
            {
                throw;
            }
        }
    }
}
