using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>What a test found out.</summary>
/// <param name="Success">Whether the connection can be polled.</param>
/// <param name="Degraded">It would, but something could not be read.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="Observed">What was read; null when nothing was.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Certificate">The certificate the system showed, also when it was refused.</param>
/// <param name="Steps">What was tried, in order.</param>
internal sealed record TestReport(
    bool Success,
    bool Degraded,
    long DurationMs,
    ObservedDocument? Observed,
    FailureDocument? Failure,
    CertificateSeen? Certificate,
    IReadOnlyList<TestStep> Steps)
{
    /// <param name="result">What the test found.</param>
    /// <param name="target">What was tested.</param>
    /// <param name="redact">Whether the report is to be given away.</param>
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
