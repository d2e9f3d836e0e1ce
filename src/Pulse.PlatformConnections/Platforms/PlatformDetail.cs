namespace Pulse.PlatformConnections.Platforms;

/// <summary>A fact of a system that only this platform has.</summary>
/// <param name="Name">The name in <see cref="Observed.Details"/>, camelCase.</param>
/// <param name="Label">As people read it, for instance <c>Session sharing</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record PlatformDetail(string Name, string Label, string Description)
{
    /// <summary>How the value is shown.</summary>
    public DetailFormat Format { get; init; }

    /// <summary>What single values mean, as people read it; a value that is not in it is shown as it is.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>();
}
