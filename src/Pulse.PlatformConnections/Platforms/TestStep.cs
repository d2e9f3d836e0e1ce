
namespace Pulse.PlatformConnections.Platforms;

/// <summary>One line of a test report.</summary>
/// <param name="Name">The step, e.g. <c>tls</c>.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="DurationMs">The duration in milliseconds.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Category">The category of a warning or a failure.</param>
/// <param name="Remedy">The remedy.</param>
public sealed record TestStep(
    string Name,
    StepOutcome Outcome,
    long DurationMs,
    string Summary,
    FailureCategory? Category = null,
    string? Remedy = null);
