namespace Pulse.Simulation.TrueNas;

/// <summary>What happens to the HTTP requests to a path, and how often.</summary>
internal sealed class HttpFaultRule(string? path, HttpFault fault, int times)
{
    private readonly Allowance _allowance = new(times);

    public HttpFault Fault { get; } = fault;

    public bool IsFor(string requested) => path is null || path == requested;

    public bool TryTake() => _allowance.TryTake();
}
