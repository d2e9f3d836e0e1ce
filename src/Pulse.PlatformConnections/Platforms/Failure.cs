namespace Pulse.PlatformConnections.Platforms;

/// <summary>The failure of an attempt, in words that an administrator can act on. Holds no secret.</summary>
/// <param name="Category">One of the closed list.</param>
/// <param name="Message">One sentence with the cause, host and port.</param>
/// <param name="Remedy">One sentence with the remedy.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Detail">The message of the system itself (typed fault, error type, message id), if there is one.</param>
public sealed record Failure(FailureCategory Category, string Message, string Remedy, string? Step, string? Detail);
