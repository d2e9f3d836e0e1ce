namespace Pulse.Simulation;

/// <summary>The optional parts that an answer about privileges omits.</summary>
public enum PrivilegeForm { Full, Null, EntityLeftOut, ListLeftOut, ListEmpty }
