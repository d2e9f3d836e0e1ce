namespace Pulse.Simulation;

/// <summary>What an answer about privileges leaves out of what the document lets it leave out.</summary>
public enum PrivilegeForm { Full, Null, EntityLeftOut, ListLeftOut, ListEmpty }
