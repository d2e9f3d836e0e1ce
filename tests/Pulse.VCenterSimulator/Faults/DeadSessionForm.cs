namespace Pulse.Simulation;

/// <summary>The answers of RetrievePropertiesEx on a dead session.</summary>
public enum DeadSessionForm { MissingSet, Null, Fault }
