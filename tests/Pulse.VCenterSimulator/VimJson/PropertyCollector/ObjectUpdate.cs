namespace Pulse.Simulation;

internal readonly record struct ObjectUpdate(PropertyFilter Filter, ManagedEntity Entity, string Kind, PropertyDefinition[] Properties);
