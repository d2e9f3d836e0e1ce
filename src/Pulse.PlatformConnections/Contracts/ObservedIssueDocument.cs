using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>Something that could not be read, as the API shows it.</summary>
/// <param name="Category">Why.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Count">How many objects are concerned.</param>
/// <param name="Names">Up to three of them.</param>
/// <param name="Step">The step of a test that found it; null for what a poll finds by itself.</param>
internal sealed record ObservedIssueDocument(FailureCategory Category, string Message, int Count, IReadOnlyList<string> Names, string? Step)
{
    public static ObservedIssueDocument From(ObservedIssue issue) => new(issue.Category, issue.Message, issue.Count, issue.Names, issue.Step);
}
