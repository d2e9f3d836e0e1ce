using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The failure of an attempt, as the API shows it.</summary>
/// <param name="Category">One of the closed list.</param>
/// <param name="Message">One sentence with the cause, host and port.</param>
/// <param name="Remedy">One sentence with the remedy.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Detail">The message of the system itself, if there is one.</param>
internal sealed record FailureDocument(FailureCategory Category, string Message, string Remedy, string? Step, string? Detail)
{
    public static FailureDocument? From(Failure? failure) => failure is null
        ? null
        : new(failure.Category, failure.Message, failure.Remedy, failure.Step, failure.Detail);
}
