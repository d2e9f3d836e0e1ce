using Microsoft.EntityFrameworkCore;
using Pulse.Access.Storage;
using Pulse.Access.Texts;

namespace Pulse.Access.Tokens;

/// <summary>
/// No two active tokens have the same name, whatever its case and composition. A token holds its name until it is revoked, or until it has
/// expired and another token is created with that name.
/// </summary>
internal static class TokenNames
{
    /// <summary>The form of a name that is used for comparisons.</summary>
    public static string Normalize(string name) => PlainText.KeyOf(name);

    public static Task<bool> IsTakenAsync(AccessDbContext database, string activeName, CancellationToken cancellationToken) =>
        database.ApiTokens.AnyAsync(token => token.ActiveName == activeName, cancellationToken);

    public static Task FreeExpiredAsync(AccessDbContext database, string activeName, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ApiTokens
            .Where(token => token.ActiveName == activeName && token.ExpiresAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.ActiveName, (string?)null), cancellationToken);

    /// <summary>
    /// Gives the tokens of an earlier version their names. If two tokens were created with one name at the same moment, the
    /// later one is renamed: both stay valid.
    /// </summary>
    public static async Task AssignAsync(AccessDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var nameless = await database.ApiTokens
            .Where(token => token.RevokedAt == null && token.ActiveName == null && (token.ExpiresAt == null || token.ExpiresAt > now))
            .OrderBy(token => token.CreatedAt)
            .ThenBy(token => token.Id)
            .ToListAsync(cancellationToken);
        if (nameless.Count == 0)
        {
            return;
        }

        var taken = await database.ApiTokens.Where(token => token.ActiveName != null)
            .Select(token => token.ActiveName!)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        foreach (var token in nameless)
        {
            token.Name = FirstFree(token.Name, taken);
            token.ActiveName = Normalize(token.Name);
            taken.Add(token.ActiveName);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private static string FirstFree(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; taken.Contains(Normalize(free)); number++)
        {
            var suffix = $" ({number})";
            free = name[..Math.Min(name.Length, ApiToken.MaxNameLength - suffix.Length)] + suffix;
        }

        return free;
    }
}
