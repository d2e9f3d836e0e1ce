
namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// Another system answers than the one that the stored secrets belong to, and it is known before any login: they are not
/// sent to it. An admin accepts it by a test, once a poll or another test has shown it.
/// </summary>
internal sealed class OtherSystemException : PlatformFailureException
{
    private OtherSystemException(string formerId)
        : base(FailureCategory.WrongSystem) =>
        FormerId = formerId;

    /// <summary>What identified the system before.</summary>
    public string FormerId { get; }

    /// <returns>Null when the secrets may be sent to the system that answers.</returns>
    public static OtherSystemException? Find(ConnectionTarget target, string? systemId, AttemptPurpose purpose) =>
        target.ExpectedSystemId is { } former && systemId is not null && systemId != former && systemId != target.AcceptedSystemId
            ? new(former)
            {
                Sentence = $"{target.ShownEndpoint} now answers as another system ({systemId}) than before ({former}), so the stored secret was not sent to it.",
                Remedy = $"If it was replaced or restored on purpose, test the connection{(purpose == AttemptPurpose.Test ? " once more" : "")}: "
                    + "the test sends the stored secret to it and accepts it. If not, check where the name leads.",
            }
            : null;
}
