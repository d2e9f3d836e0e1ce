namespace Pulse.Simulation;

/// <summary>An alarm that an entity triggered. The alarm shows on the entity and on all its parents.</summary>
public sealed record TriggeredAlarm(int Id, ManagedEntity Entity, ManagedEntityStatus Status, DateTimeOffset Time);
