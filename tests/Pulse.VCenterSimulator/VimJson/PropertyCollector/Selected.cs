namespace Pulse.Simulation;

/// <summary>An entity that a retrieval found, with the properties to write of it.</summary>
internal readonly record struct Selected(ManagedEntity Entity, PropertyDefinition[] Properties);
