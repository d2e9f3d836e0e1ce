namespace Pulse.Simulation;

public enum NullForm { EmptyOk, EmptyChunked, NoContent, Literal }
