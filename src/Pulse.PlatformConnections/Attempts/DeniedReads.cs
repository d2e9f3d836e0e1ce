using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// The reads that a test was denied and that a poll does not need. They are issues of the connection, so that it stays
/// degraded between two tests. If each poll repeated these reads, the system would get requests for an answer that only an
/// administrator can change.
/// </summary>
internal static class DeniedReads
{
    /// <summary>The result of a test, with an issue for each denied optional read.</summary>
    public static Observed? Note(Observed? observed, IEnumerable<TestStep> steps, PlatformDescriptor platform) => Add(
        observed,
        steps.Where(step => step is { Outcome: StepOutcome.Warning, Category: FailureCategory.PermissionDenied } && platform.IsOptional(step.Name))
            .Select(step => new ObservedIssue(FailureCategory.PermissionDenied, $"{step.Summary} {step.Remedy}", 1, []) { Step = step.Name }));

    /// <summary>The result of a poll, with the issues of the last test.</summary>
    public static AttemptResult Keep(Observed? before, AttemptResult result) => result with { Observed = Add(result.Observed, NotedIn(before)) };

    /// <summary>The data from before a change of the connection, without the issues that a test found under the former settings.</summary>
    public static Observed? Forget(Observed? observed) =>
        observed is null ? null : observed with { Issues = [.. observed.Issues.Where(issue => issue.Step is null)] };

    private static IEnumerable<ObservedIssue> NotedIn(Observed? observed) => observed?.Issues.Where(issue => issue.Step is not null) ?? [];

    private static Observed? Add(Observed? observed, IEnumerable<ObservedIssue> issues) =>
        observed is null ? null : observed with { Issues = [.. observed.Issues, .. issues] };
}
