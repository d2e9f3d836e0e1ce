using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// A saved endpoint answers as another system than before: a restored or replaced system, or a name that leads elsewhere now. Polls
/// fail until an administrator has tested the connection and seen the other system.
/// </summary>
/// <param name="FormerId">The id of the former system.</param>
/// <param name="Sentence">The sentence for people.</param>
internal sealed record SystemChange(string FormerId, string Sentence)
{
    public const string Remedy =
        "If it was replaced or restored on purpose, test the connection: the test accepts the new one. If not, check where the name leads.";

    /// <summary>The other system that a poll or a test has already shown, so that an administrator may accept it.</summary>
    public static string? ShownBefore(Observed? observed) => observed?.FormerSystemId is null ? null : observed.SystemId;

    /// <summary>The sentence of a test that works with the other system.</summary>
    public string SentenceOfTest(bool accepts) => accepts ? $"{Sentence}, and this test has accepted it" : Sentence;

    /// <summary>The remedy.</summary>
    public static string RemedyOfTest(bool accepts) => accepts
        ? "Polls read it from now on. If that was a mistake, correct the host, or disable the connection."
        : "If it was replaced or restored on purpose, test the saved connection: that test accepts it. If not, check where the name leads.";

    /// <returns>Null if the system is the same, or if one of the two is not known.</returns>
    public static SystemChange? Find(Observed? before, AttemptResult result, PlatformDescriptor platform, ConnectionTarget target) =>
        (before?.FormerSystemId ?? before?.SystemId) is { } former && result.SystemId is { } now && former != now
            ? new(former, $"{target.Endpoint} now answers as another {platform.SystemNoun} ({now}) than before ({former})")
            : null;

    /// <summary>The result of a poll that sees the other system.</summary>
    public AttemptResult IssueOf(AttemptResult result) => result.Observed is not { } observed
        ? result
        : result with
        {
            Observed = observed with
            {
                FormerSystemId = FormerId,
                Issues = [.. observed.Issues, new ObservedIssue(FailureCategory.WrongSystem, $"{Sentence}. {Remedy}", 1, [observed.SystemName])],
            },
        };
}
