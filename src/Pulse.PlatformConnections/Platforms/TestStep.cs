
namespace Pulse.PlatformConnections.Platforms;

/// <summary>One line of a test report.</summary>
/// <param name="Name">The step, e.g. <c>tls</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Category">What is wrong, for a warning or a failure.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record TestStep(
    string Name,
    StepOutcome Outcome,
    long DurationMs,
    string Summary,
    FailureCategory? Category = null,
    string? Remedy = null);
