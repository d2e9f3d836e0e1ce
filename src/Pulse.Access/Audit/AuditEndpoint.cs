using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Http;
using Pulse.Access.Texts;

namespace Pulse.Access.Audit;

internal static class AuditEndpoint
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public static void MapAudit(this IEndpointRouteBuilder readers) => readers.MapGet("/audit", ListAsync)
        .WithName("ListAudit")
        .WithSummary("All actions, newest first; nextBefore is the key of the next page")
        .WithProblems(ProblemCode.ValidationFailed, ProblemCode.ParameterUnreadable);

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> ListAsync(
        [Description("Only entries older than this one: `nextBefore` of the page before.")] long? before,
        [Description("How many entries at most, 1 to 200; 50 if it is left out.")] int? limit,
        [Description("Only entries of this action, e.g. `connection_tested`; the exact word.")] string? action,
        [Description("Only entries with this outcome, e.g. `failed`; the exact word.")] string? outcome,
        [Description("Only entries with this text, whatever its case, in actor, actor address, connection name or detail; 1 to 100 characters.")] string? text,
        AuditReader reader,
        CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var filter = new AuditFilter(action, outcome, text is null ? null : PlainText.Normalize(text));
        var errors = filter.Check().Check("limit", size is >= 1 and <= MaxLimit, $"1 to {MaxLimit}.");
        return errors.Any ? ApiProblem.Validation(errors) : TypedResults.Ok(await reader.ReadAsync(filter, before, size, cancellationToken));
    }
}
