using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The level of proof for the release of a connection.</summary>
/// <param name="Release">The release; null before it is known.</param>
/// <param name="Level">The level of proof.</param>
/// <param name="ProvenOn">The day of the record; null unless it is proven.</param>
/// <param name="Page">The route of the page with all evidence for the platform.</param>
internal sealed record ConnectionProof(string? Release, ProofLevel Level, DateOnly? ProvenOn, string Page)
{
    /// <summary>Null for a platform without a proof page.</summary>
    public static ConnectionProof? Of(Connection connection, PlatformDescriptor platform)
    {
        if (platform.ReleaseDetail is not { } detail || platform.ProofPage is null)
        {
            return null;
        }

        var release = connection.Health.Observed?.Details.TryGetValue(detail, out var value) == true ? value.ToString() : null;
        var proof = platform.ReleaseProofs.FirstOrDefault(known => known.Release == release);
        return new(release, proof?.Level ?? ProofLevel.DocumentedOnly, proof?.ProvenOn, PageOf(platform));
    }

    public static string PageOf(PlatformDescriptor platform) => $"/api/{platform.Key}/proof";
}
