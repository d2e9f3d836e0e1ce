namespace Pulse.Simulation;

/// <summary>The refusal of a login, or of a request without an open session: the usual one, or one that 9.1 added.</summary>
public enum RefusalForm { Usual, InvalidToken, SessionNotFound, Required400, Required401, Required403 }
