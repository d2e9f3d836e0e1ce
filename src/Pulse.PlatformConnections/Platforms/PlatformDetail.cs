namespace Pulse.PlatformConnections.Platforms;

/// <summary>A platform's own fact about a system.</summary>
/// <param name="Name">The name in <see cref="Observed.Details"/>, camelCase.</param>
/// <param name="Label">The label in the UI, for instance <c>Session sharing</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record PlatformDetail(string Name, string Label, string Description)
{
    /// <summary>The format of the value.</summary>
    public DetailFormat Format { get; init; }

    /// <summary>The labels of single values; a value without a label is shown unchanged.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; init; } = new Dictionary<string, string>();
}
