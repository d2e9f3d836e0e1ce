namespace Pulse.PlatformConnections.Platforms;

/// <summary>Why an attempt failed, in words that an admin can act on. Holds no secret.</summary>
/// <param name="Category">One of the closed list.</param>
/// <param name="Message">One sentence that says what happened, with host and port.</param>
/// <param name="Remedy">One sentence that says what to do.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Detail">What the system itself said (typed fault, error type, message id), if it said anything.</param>
public sealed record Failure(FailureCategory Category, string Message, string Remedy, string? Step, string? Detail);
