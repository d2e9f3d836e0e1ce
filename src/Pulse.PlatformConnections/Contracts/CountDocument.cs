using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>A shared count that a platform has.</summary>
/// <param name="Kind">The kind of the counted objects.</param>
/// <param name="Member">The member of <c>observed</c>: <c>agentCount</c>, <c>vmCount</c> or <c>storageCount</c>.</param>
/// <param name="Singular">The noun for one object in a sentence.</param>
/// <param name="Plural">The noun for several objects.</param>
internal sealed record CountDocument(ContributionKind Kind, string Member, string Singular, string Plural)
{
    public static CountDocument From(PlatformCount count) =>
        new(count.Kind, $"{count.Kind.ToString().ToLowerInvariant()}Count", count.Singular, count.Plural);
}
