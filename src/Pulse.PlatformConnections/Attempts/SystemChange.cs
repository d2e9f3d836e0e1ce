using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>
/// A saved endpoint answers as another system than before: restored, replaced, or a name that leads elsewhere now. Polls
/// say so until an admin has tested the connection, and seen it.
/// </summary>
/// <param name="FormerId">What identified the system before.</param>
/// <param name="Sentence">Says what happened.</param>
internal sealed record SystemChange(string FormerId, string Sentence)
{
    public const string Remedy =
        "If it was replaced or restored on purpose, test the connection: the test takes the new one for the right one. If not, check where the name leads.";

    /// <summary>The other system that a poll or a test has shown already, so that an admin may accept it.</summary>
    public static string? ShownBefore(Observed? observed) => observed?.FormerSystemId is null ? null : observed.SystemId;

    /// <summary>What a test says that works with the other system.</summary>
    public string SentenceOfTest(bool accepts) => accepts ? $"{Sentence}, and this test has accepted it" : Sentence;

    /// <summary>What to do then.</summary>
    public static string RemedyOfTest(bool accepts) => accepts
        ? "Polls read it from now on. If that was a mistake, correct the host, or disable the connection."
        : "If it was replaced or restored on purpose, test the saved connection: that test accepts it. If not, check where the name leads.";

    /// <returns>Null when it is the same system, or when one of the two is not known.</returns>
    public static SystemChange? Find(Observed? before, AttemptResult result, PlatformDescriptor platform, ConnectionTarget target) =>
        (before?.FormerSystemId ?? before?.SystemId) is { } former && result.SystemId is { } now && former != now
            ? new(former, $"{target.Endpoint} now answers as another {platform.SystemNoun} ({now}) than before ({former})")
            : null;

    /// <summary>The result of a poll that sees it.</summary>
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
