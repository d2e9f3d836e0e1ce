
namespace Pulse.PlatformConnections.Platforms;

/// <summary>How far it is proven that Pulse reads a release of a platform.</summary>
/// <param name="Release">The release, as it stands in <see cref="PlatformDescriptor.ReleaseDetail"/>.</param>
/// <param name="Level">How far.</param>
/// <param name="ProvenOn">The day of the record; null unless it is proven.</param>
public sealed record ReleaseProof(string Release, ProofLevel Level, DateOnly? ProvenOn = null);
