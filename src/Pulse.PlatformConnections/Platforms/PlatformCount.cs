namespace Pulse.PlatformConnections.Platforms;

/// <summary>A count that the systems of a platform have, in the words of the platform.</summary>
/// <param name="Kind">The kind of the counted objects.</param>
/// <param name="Singular">The noun for one object in a sentence, for instance <c>datastore</c>.</param>
/// <param name="Plural">The noun for several objects, for instance <c>datastores</c>.</param>
public sealed record PlatformCount(ContributionKind Kind, string Singular, string Plural);
