namespace Pulse.PlatformConnections.Platforms;

/// <summary>One line of a test report.</summary>
/// <param name="Name">The name in JSON: lower-case letters and underscores, never changed.</param>
/// <param name="Label">The work of the step, as an imperative: <c>Read the version</c>.</param>
public sealed record PlatformStep(string Name, string Label)
{
    /// <summary>Whether the step sends a secret to the system.</summary>
    public bool SendsCredential { get; init; }
}
