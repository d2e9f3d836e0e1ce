using Microsoft.EntityFrameworkCore;
using Pulse.Access.Storage;

namespace Pulse.Access.Audit;

/// <summary>Reads the trail page by page.</summary>
internal sealed class AuditReader(AccessDbContext database)
{
    private const int CandidatesAtOnce = 1000;

    /// <param name="filter">Selects the entries.</param>
    /// <param name="before">Only entries older than this one; null for the newest.</param>
    /// <param name="size">The largest number of entries.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<AuditPage> ReadAsync(AuditFilter filter, long? before, int size, CancellationToken cancellationToken)
    {
        // One entry more than the page holds shows whether there is a next page.
        var records = await FindAsync(filter, before, size + 1, cancellationToken);
        var page = records.Take(size).Select(AuditLine.From).ToList();
        return new AuditPage(page, records.Count > size ? page[^1].Id : null);
    }

    /// <summary>Needs several rounds only if the filter must drop entries that the database let through.</summary>
    private async Task<List<AuditRecord>> FindAsync(
        AuditFilter filter, long? before, int count, CancellationToken cancellationToken)
    {
        var found = new List<AuditRecord>();
        var atOnce = filter.IsExact ? count : CandidatesAtOnce;
        while (true)
        {
            var round = await filter.Narrow(database.AuditRecords.AsNoTracking())
                .Where(record => before == null || record.Id < before)
                .OrderByDescending(record => record.Id)
                .Take(atOnce)
                .ToListAsync(cancellationToken);

            found.AddRange(round.Where(filter.IsMet));
            if (round.Count < atOnce || found.Count >= count)
            {
                return found;
            }

            before = round[^1].Id;
        }
    }
}
