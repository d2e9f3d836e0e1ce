namespace Pulse.Simulation;

/// <summary>The query for one entity.</summary>
internal sealed record PerformanceQuery(ManagedEntity Entity, int[] Counters);
