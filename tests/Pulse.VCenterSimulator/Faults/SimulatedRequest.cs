namespace Pulse.Simulation;

/// <summary>A request as a rule sees it. The operation is the method and the path template.</summary>
public sealed record SimulatedRequest(string Operation, string Path, string? SessionToken);
