using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pulse.Access.Authorization;
using Pulse.Access.Http;
using Pulse.Access.Storage;

namespace Pulse.Access.Audit;

internal static class AuditEndpoint
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public static void MapAudit(this IEndpointRouteBuilder access) => access.MapGet("/audit", ListAsync)
        .RequirePolicy(AccessPolicies.SettingsRead)
        .WithName("ListAudit")
        .WithSummary("Who did what, newest first; nextBefore leads to the next page");

    private static async Task<Results<Ok<AuditPage>, ValidationProblem>> ListAsync(
        long? before, int? limit, AccessDbContext database, CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var faults = new Faults().Check("limit", size is >= 1 and <= MaxLimit, $"1 to {MaxLimit}.");
        if (faults.Any)
        {
            return faults.ToProblem();
        }

        // One more than asked for tells whether there is a next page.
        var records = await database.AuditRecords.AsNoTracking()
            .Where(record => before == null || record.Id < before)
            .OrderByDescending(record => record.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);

        var page = records.Take(size).Select(AuditLine.From).ToList();
        return TypedResults.Ok(new AuditPage(page, records.Count > size ? page[^1].Id : null));
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
