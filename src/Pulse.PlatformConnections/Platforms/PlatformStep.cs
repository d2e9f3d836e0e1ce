namespace Pulse.PlatformConnections.Platforms;

/// <summary>One line of a test report.</summary>
/// <param name="Name">In JSON: lower-case letters and underscores, stable for ever.</param>
/// <param name="Label">What the step does, as an imperative: <c>Read the version</c>.</param>
public sealed record PlatformStep(string Name, string Label)
{
    /// <summary>Whether the step sends a secret to the system.</summary>
    public bool SendsCredential { get; init; }
}
