using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>A shared count that a platform has.</summary>
/// <param name="Kind">What a connection contributes with it.</param>
/// <param name="Member">The member of <c>observed</c>: <c>agentCount</c>, <c>vmCount</c> or <c>storageCount</c>.</param>
/// <param name="Singular">What one is called in a sentence.</param>
/// <param name="Plural">What several are called.</param>
internal sealed record CountDocument(ContributionKind Kind, string Member, string Singular, string Plural)
{
    public static CountDocument From(PlatformCount count) =>
        new(count.Kind, $"{count.Kind.ToString().ToLowerInvariant()}Count", count.Singular, count.Plural);
}
