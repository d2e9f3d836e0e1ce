namespace Pulse.PlatformConnections.Platforms;

/// <summary>A count that the systems of a platform have, in the words of the platform.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Singular">What one is called in a sentence, for instance <c>datastore</c>.</param>
/// <param name="Plural">What several are called, for instance <c>datastores</c>.</param>
public sealed record PlatformCount(ContributionKind Kind, string Singular, string Plural);
