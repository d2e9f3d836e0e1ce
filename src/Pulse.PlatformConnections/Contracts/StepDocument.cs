namespace Pulse.PlatformConnections.Contracts;

/// <summary>A line of a test report.</summary>
/// <param name="Name">The name in a report.</param>
/// <param name="Label">The work of the step, in words for people.</param>
/// <param name="SendsCredential">Whether the step sends a secret to the system.</param>
/// <param name="Optional">Whether only a test takes the step.</param>
internal sealed record StepDocument(string Name, string Label, bool SendsCredential, bool Optional);
