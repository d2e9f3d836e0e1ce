namespace Pulse.Simulation;

/// <summary>A request in the form for rules and the log. The operation is the method and the path template.</summary>
public sealed record SimulatedRequest(string Operation, string Path, string? SessionToken)
{
    /// <summary>The path and the query as received, still encoded.</summary>
    public string Target { get; init; } = "";

    public string? Authorization { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Empty unless <see cref="VCenterSimulatorOptions.KeepsRequests"/> is set.</summary>
    public string Body { get; init; } = "";

    /// <summary>The method and the last part of the path, for example POST Login.</summary>
    public string Name => $"{Operation.Split(' ')[0]} {Path.Split('/')[^1]}";
}
