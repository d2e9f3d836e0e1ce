namespace Pulse.PlatformConnections.Platforms;

/// <summary>A count of a kind that only this platform has.</summary>
/// <param name="Name">The name in <see cref="Observed.Topology"/>, camelCase.</param>
/// <param name="Label">As people read it, for instance <c>Resource pools</c>.</param>
/// <param name="Description">One sentence for the API document.</param>
public sealed record TopologyCount(string Name, string Label, string Description);
