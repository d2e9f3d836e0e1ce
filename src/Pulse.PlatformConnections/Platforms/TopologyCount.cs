namespace Pulse.PlatformConnections.Platforms;

/// <summary>A count of a platform's own kind.</summary>
/// <param name="Name">The name in <see cref="Observed.Topology"/>, camelCase.</param>
/// <param name="Label">The label in the UI, for instance <c>Resource pools</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record TopologyCount(string Name, string Label, string Description);
