using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>Something that could not be read, as the API shows it.</summary>
/// <param name="Category">The category.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Count">The number of objects concerned.</param>
/// <param name="Names">The names of up to three of them.</param>
/// <param name="Step">The step of a test that found the issue; null for an issue that polls find.</param>
internal sealed record ObservedIssueDocument(FailureCategory Category, string Message, int Count, IReadOnlyList<string> Names, string? Step)
{
    public static ObservedIssueDocument From(ObservedIssue issue) => new(issue.Category, issue.Message, issue.Count, issue.Names, issue.Step);
}
