
namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// The system that answers is not the one of the stored secrets, and this is known before any login: Pulse does not send
/// the secrets. An administrator accepts the system by a test, after a poll or another test has shown it.
/// </summary>
internal sealed class OtherSystemException : PlatformFailureException
{
    private OtherSystemException(string formerId)
        : base(FailureCategory.WrongSystem) =>
        FormerId = formerId;

    /// <summary>The id of the former system.</summary>
    public string FormerId { get; }

    /// <returns>Null if the secrets may be sent to the system that answers.</returns>
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
