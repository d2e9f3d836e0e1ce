namespace Pulse.PlatformConnections.Platforms;

/// <summary>
/// The words of a failure category where a platform knows better than the shared ones. <c>{endpoint}</c> stands for host
/// and port.
/// </summary>
/// <param name="Sentence">What happened; null for the shared sentence.</param>
/// <param name="Remedy">What to do, as imperatives; null for the shared remedy.</param>
public sealed record CategoryWords(string? Sentence = null, string? Remedy = null);
