using Microsoft.EntityFrameworkCore;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Compares the system that a test found with the saved one, and adds a warning to the step that identified the system.</summary>
internal sealed class IdentityCheck(IDbContextFactory<ConnectionsDbContext> contexts)
{
    private const string KeepOne = "Keep one of them: each needs its own sessions and polls on the system.";

    /// <param name="order">The order of the test.</param>
    /// <param name="result">The result of the test.</param>
    /// <param name="compared">The saved connection; null for a draft.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async Task<AttemptResult> CompareAsync(
        AttemptOrder order, AttemptResult result, ComparedConnection? compared, CancellationToken cancellationToken)
    {
        var (platform, target, _) = order;
        var saved = compared?.Saved;
        if (result.SystemId is null || platform.IdentityStep is not { } step)
        {
            return result;
        }

        if (await FindTwinAsync(platform, saved?.Id, result.SystemId, cancellationToken) is { } twin)
        {
            result = result with { ReportedNames = [.. result.ReportedNames, new ReportedName(ReportedNameKind.Connection, twin)] };
            result = Warn(result, step, null, $"the connection '{twin}' already shows this {platform.SystemNoun}", KeepOne);
        }

        var isSavedEndpoint = saved is not null && saved.Host == target.Host && saved.Port == target.Port;
        return isSavedEndpoint && SystemChange.Find(saved!.Health.Observed, result, platform, target) is { } change
            ? Warn(result, step, FailureCategory.WrongSystem, change.SentenceOfTest(compared!.Accepts), SystemChange.RemedyOfTest(compared.Accepts))
            : result;
    }

    private async Task<string?> FindTwinAsync(PlatformDescriptor platform, Guid? except, string systemId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var others = await context.Connections.AsNoTracking()
            .Where(row => row.Platform == platform.Key && row.Id != except)
            .OrderBy(row => row.NormalizedName)
            .Select(row => new { row.Name, row.Health.Observed })
            .ToListAsync(cancellationToken);
        return others.Find(other => other.Observed?.SystemId == systemId)?.Name is { } twin ? PlainText.OfSystem(twin) : null;
    }

    private static AttemptResult Warn(AttemptResult result, string name, FailureCategory? category, string sentence, string remedy) => result with
    {
        Steps =
        [
            .. result.Steps.Select(step => step.Name == name && step.Outcome is StepOutcome.Passed or StepOutcome.Warning
                ? step with
                {
                    Outcome = StepOutcome.Warning,
                    Summary = $"{step.Summary}; {sentence}",
                    Category = category ?? step.Category,
                    Remedy = step.Remedy is null ? remedy : $"{step.Remedy} {remedy}",
                }
                : step),
        ],
    };
}
