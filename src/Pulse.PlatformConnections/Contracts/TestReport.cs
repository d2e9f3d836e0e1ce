using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The result of a test.</summary>
/// <param name="Success">Whether the connection can be polled.</param>
/// <param name="Degraded">Whether something could not be read, although the connection can be polled.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
/// <param name="Observed">The data that was read; null if there is none.</param>
/// <param name="Failure">The failure; null if the test did not fail.</param>
/// <param name="Certificate">The certificate of the system, even if it was refused.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record TestReport(
    bool Success,
    bool Degraded,
    long DurationMs,
    ObservedDocument? Observed,
    FailureDocument? Failure,
    CertificateSeen? Certificate,
    IReadOnlyList<TestStep> Steps)
{
    /// <param name="result">The result of the attempt.</param>
    /// <param name="target">The tested target.</param>
    /// <param name="redact">Whether the report will be shared.</param>
    public static TestReport From(AttemptResult result, ConnectionTarget target, bool redact) =>
        redact ? new Redaction(result, target).Of(From(result)) : From(result);

    private static TestReport From(AttemptResult result) => new(
        result.Failure is null,
        result.Outcome == AttemptOutcome.Degraded,
        result.DurationMs,
        ObservedDocument.From(result.Observed),
        FailureDocument.From(result.Failure),
        result.Certificate,
        result.Steps);
}
