using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>An issue, as a row stores it.</summary>
internal sealed record StoredIssue
{
    public string? Category { get; init; }

    public string? Message { get; init; }

    public int Count { get; init; }

    public List<string?>? Names { get; init; }

    public string? Step { get; init; }

    public static StoredIssue From(ObservedIssue issue) => new()
    {
        Category = StoredFailure.WordOf(issue.Category),
        Message = issue.Message,
        Count = issue.Count,
        Names = [.. issue.Names],
        Step = issue.Step,
    };

    public ObservedIssue ToIssue() =>
        new(StoredFailure.CategoryOf(Category), Message ?? "", Count, [.. (Names ?? []).OfType<string>()]) { Step = Step };
}
