namespace Pulse.Simulation;

/// <summary>How a request without a living session, or a login, is refused: as ever, or in one of the ways that 9.1 added.</summary>
public enum RefusalForm { Usual, InvalidToken, SessionNotFound, Required400, Required401, Required403 }
