namespace Pulse.Simulation;

/// <summary>What RetrievePropertiesEx answers on a dead session.</summary>
public enum DeadSessionForm { MissingSet, Null, Fault }
