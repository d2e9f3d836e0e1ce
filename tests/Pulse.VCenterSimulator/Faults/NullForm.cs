namespace Pulse.Simulation;

public enum NullForm { EmptyOk, NoContent, Literal }
