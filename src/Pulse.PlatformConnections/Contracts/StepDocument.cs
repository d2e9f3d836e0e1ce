namespace Pulse.PlatformConnections.Contracts;

/// <summary>A line of a test report.</summary>
/// <param name="Name">The name in a report.</param>
/// <param name="Label">What the step does, as people read it.</param>
/// <param name="SendsCredential">Whether the step sends a secret to the system.</param>
/// <param name="Optional">Whether a poll does without the step.</param>
internal sealed record StepDocument(string Name, string Label, bool SendsCredential, bool Optional);
