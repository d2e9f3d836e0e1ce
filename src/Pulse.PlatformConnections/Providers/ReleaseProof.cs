using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Providers;

/// <summary>How far it is proven that Pulse reads a release of a platform.</summary>
/// <param name="Release">The release, as it stands in <see cref="PlatformDescriptor.ReleaseDetail"/>.</param>
/// <param name="Level">How far.</param>
/// <param name="ProvenOn">The day of the record; null unless it is proven.</param>
public sealed record ReleaseProof(string Release, ProofLevel Level, DateOnly? ProvenOn = null);

/// <summary>How far something is proven.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProofLevel>))]
public enum ProofLevel
{
    /// <summary>Documented by the vendor at most.</summary>
    DocumentedOnly,

    /// <summary>Tests show it against a simulated system.</summary>
    Simulated,

    /// <summary>A record shows it on a real system.</summary>
    Proven,
}
