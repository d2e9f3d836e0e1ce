namespace Pulse.Host;

/// <summary>The version of the Pulse that answers.</summary>
/// <param name="Version">The version, for instance <c>0.1.0</c>.</param>
/// <param name="Commit">The commit that Pulse was built from; null if the build did not know it.</param>
internal sealed record VersionDocument(string Version, string? Commit);
