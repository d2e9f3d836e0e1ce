using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>Why an attempt failed, as the API shows it.</summary>
/// <param name="Category">One of the closed list.</param>
/// <param name="Message">One sentence that says what happened, with host and port.</param>
/// <param name="Remedy">One sentence that says what to do.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Detail">What the system itself said, if it said anything.</param>
internal sealed record FailureDocument(FailureCategory Category, string Message, string Remedy, string? Step, string? Detail)
{
    public static FailureDocument? From(Failure? failure) => failure is null
        ? null
        : new(failure.Category, failure.Message, failure.Remedy, failure.Step, failure.Detail);
}
