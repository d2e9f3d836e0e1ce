namespace Pulse.Simulation;

/// <summary>An alarm that was triggered by an entity. It shows on the entity and on all that it is below.</summary>
public sealed record TriggeredAlarm(int Id, ManagedEntity Entity, ManagedEntityStatus Status, DateTimeOffset Time);
