namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// A platform's own words for a failure category, more exact than the shared ones. <c>{endpoint}</c> is replaced by host
/// and port.
/// </summary>
/// <param name="Sentence">The cause; null for the shared sentence.</param>
/// <param name="Remedy">The remedy, as imperatives; null for the shared remedy.</param>
public sealed record CategoryWords(string? Sentence = null, string? Remedy = null);
