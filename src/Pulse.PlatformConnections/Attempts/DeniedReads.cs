using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// The reads that a test was denied and that a poll does without. They are issues of the connection, so that it stays
/// degraded between two tests: a poll that asked again each time would cost the system requests for an answer that only an
/// admin can change.
/// </summary>
internal static class DeniedReads
{
    /// <summary>What a test read, with an issue for each optional read that it was denied.</summary>
    public static Observed? Note(Observed? observed, IEnumerable<TestStep> steps, PlatformDescriptor platform) => Add(
        observed,
        steps.Where(step => step is { Outcome: StepOutcome.Warning, Category: FailureCategory.PermissionDenied } && platform.OptionalSteps.Contains(step.Name))
            .Select(step => new ObservedIssue(FailureCategory.PermissionDenied, $"{step.Summary} {step.Remedy}", 1, []) { Step = step.Name }));

    /// <summary>What a poll read, with the issues that the last test left.</summary>
    public static AttemptResult Keep(Observed? before, AttemptResult result) => result with { Observed = Add(result.Observed, NotedIn(before)) };

    /// <summary>What was known before a change of the connection, without what a test found under the settings of before.</summary>
    public static Observed? Forget(Observed? observed) =>
        observed is null ? null : observed with { Issues = [.. observed.Issues.Where(issue => issue.Step is null)] };

    private static IEnumerable<ObservedIssue> NotedIn(Observed? observed) => observed?.Issues.Where(issue => issue.Step is not null) ?? [];

    private static Observed? Add(Observed? observed, IEnumerable<ObservedIssue> issues) =>
        observed is null ? null : observed with { Issues = [.. observed.Issues, .. issues] };
}
