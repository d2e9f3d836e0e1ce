using System.Collections.Frozen;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>A failure as a row stores it. Reads a row of any version: a missing value is empty, an unknown word is <c>unknown</c>.</summary>
internal sealed record StoredFailure
{
    private static readonly FrozenDictionary<FailureCategory, string> Words = Enum.GetValues<FailureCategory>()
        .ToFrozenDictionary(category => category, category => JsonNamingPolicy.SnakeCaseLower.ConvertName(category.ToString()));

    private static readonly FrozenDictionary<string, FailureCategory> Categories =
        Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public string? Category { get; init; }

    public string? Message { get; init; }

    public string? Remedy { get; init; }

    public string? Step { get; init; }

    public string? Detail { get; init; }

    public static StoredFailure From(Failure failure) => new()
    {
        Category = WordOf(failure.Category),
        Message = failure.Message,
        Remedy = failure.Remedy,
        Step = failure.Step,
        Detail = failure.Detail,
    };

    public Failure ToFailure() => new(CategoryOf(Category), Message ?? "", Remedy ?? "", Step, Detail);

    public static string WordOf(FailureCategory category) => Words[category];

    public static FailureCategory CategoryOf(string? word) => Categories.GetValueOrDefault(word ?? "", FailureCategory.Unknown);
}
