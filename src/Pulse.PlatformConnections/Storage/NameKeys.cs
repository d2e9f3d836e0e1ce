using Microsoft.EntityFrameworkCore;
using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Storage;

/// <summary>
/// Updates the keys that names are compared by to the rule of this version: an older version wrote upper case, and knew neither
/// composition nor invisible characters.
/// </summary>
internal static class NameKeys
{
    public static async Task RenewAsync(ConnectionsDbContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Connections.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Platform, row.Name, row.NormalizedName })
            .ToListAsync(cancellationToken);
        var taken = rows.Where(row => row.NormalizedName == PlainText.KeyOf(row.Name))
            .Select(row => (row.Platform, row.NormalizedName))
            .ToHashSet();
        foreach (var row in rows.Where(row => row.NormalizedName != PlainText.KeyOf(row.Name)))
        {
            // Two old names may now have the same key. The later one gets another key, until an administrator renames it.
            var key = PlainText.KeyOf(row.Name);
            var free = taken.Add((row.Platform, key)) ? key : $"{key} {row.Id}";
            if (free != row.NormalizedName)
            {
                await context.Connections.Where(connection => connection.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(connection => connection.NormalizedName, free), cancellationToken);
            }
        }
    }
}
