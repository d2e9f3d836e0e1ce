using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Authorization;
using Pulse.Access.Storage;
using Pulse.Access.Texts;

namespace Pulse.Access.Audit;

internal static class AuditEndpoint
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int CandidatesAtOnce = 1000;

    public static void MapAudit(this IEndpointRouteBuilder access) => access.MapGet("/audit", ListAsync)
        .RequirePolicy(AccessPolicies.SettingsRead)
        .WithName("ListAudit")
        .WithSummary("Who did what, newest first; nextBefore leads to the next page");

    private static async Task<Results<Ok<AuditPage>, ValidationProblem>> ListAsync(
        [Description("Only entries older than this one: `nextBefore` of the page before.")] long? before,
        [Description("How many entries at most, 1 to 200; 50 if it is left out.")] int? limit,
        [Description("Only entries of this action, e.g. `connection_tested`; the exact word.")] string? action,
        [Description("Only entries with this outcome, e.g. `failed`; the exact word.")] string? outcome,
        [Description("Only entries with this text, whatever its case, in actor, actor address, connection name or detail; 1 to 100 characters.")] string? text,
        AccessDbContext database,
        CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var filter = new AuditFilter(action, outcome, text is null ? null : PlainText.Normalize(text));
        var faults = filter.Check().Check("limit", size is >= 1 and <= MaxLimit, $"1 to {MaxLimit}.");
        if (faults.Any)
        {
            return faults.ToProblem();
        }

        // One more than asked for tells whether there is a next page.
        var records = await FindAsync(database, filter, before, size + 1, cancellationToken);
        var page = records.Take(size).Select(AuditLine.From).ToList();
        return TypedResults.Ok(new AuditPage(page, records.Count > size ? page[^1].Id : null));
    }

    /// <summary>In more than one round only where the filter has to sort out what the database let through.</summary>
    private static async Task<List<AuditRecord>> FindAsync(
        AccessDbContext database, AuditFilter filter, long? before, int count, CancellationToken cancellationToken)
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

    private sealed record AuditPage(IReadOnlyList<AuditLine> Entries, long? NextBefore);

    private sealed record AuditLine(
        long Id,
        DateTime At,
        string Actor,
        string? ActorAddress,
        string Action,
        string Outcome,
        string? Platform,
        Guid? ConnectionId,
        string? ConnectionName,
        IReadOnlyList<string> Fields,
        string? Detail)
    {
        public static AuditLine From(AuditRecord record) => new(
            record.Id,
            record.At.UtcDateTime,
            record.Actor,
            record.ActorAddress,
            record.Action,
            record.Outcome,
            record.Platform,
            record.ConnectionId,
            record.ConnectionName,
            record.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries),
            record.Detail);
    }
}
