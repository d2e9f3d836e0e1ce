using System.Collections.Frozen;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>One of the last attempts, as a row stores it.</summary>
internal sealed record StoredAttempt
{
    private static readonly FrozenDictionary<string, AttemptOutcome> Outcomes =
        Enum.GetValues<AttemptOutcome>().ToFrozenDictionary(WordOf, StringComparer.Ordinal);

    public DateTimeOffset At { get; init; }

    public string? Outcome { get; init; }

    public long DurationMs { get; init; }

    public static StoredAttempt From(RecentAttempt attempt) => new()
    {
        At = attempt.At,
        Outcome = WordOf(attempt.Outcome),
        DurationMs = attempt.DurationMs,
    };

    /// <returns>Null if its outcome is a word that this version does not know.</returns>
    public RecentAttempt? ToRecentAttempt() =>
        Outcomes.TryGetValue(Outcome ?? "", out var outcome) ? new RecentAttempt(At, outcome, DurationMs) : null;

    private static string WordOf(AttemptOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
