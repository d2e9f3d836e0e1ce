namespace Pulse.Simulation;

/// <summary>What is asked of one entity.</summary>
internal sealed record PerformanceQuery(ManagedEntity Entity, int[] Counters);
