
namespace Pulse.PlatformConnections.Platforms;

/// <summary>The level of proof that Pulse reads a release of a platform.</summary>
/// <param name="Release">The release, as in <see cref="PlatformDescriptor.ReleaseDetail"/>.</param>
/// <param name="Level">The level.</param>
/// <param name="ProvenOn">The day of the record; null unless it is proven.</param>
public sealed record ReleaseProof(string Release, ProofLevel Level, DateOnly? ProvenOn = null);
