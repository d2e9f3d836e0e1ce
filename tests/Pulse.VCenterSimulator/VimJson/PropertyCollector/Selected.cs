namespace Pulse.Simulation;

/// <summary>An entity of a retrieval, with the properties to write.</summary>
internal readonly record struct Selected(ManagedEntity Entity, PropertyDefinition[] Properties);
