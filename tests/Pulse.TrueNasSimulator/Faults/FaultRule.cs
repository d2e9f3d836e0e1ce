namespace Pulse.Simulation.TrueNas;

/// <summary>What happens to the calls that match, and how often.</summary>
public sealed class FaultRule(Func<SimulatedCall, bool> predicate, FaultAction action, int times)
{
    private readonly Allowance _allowance = new(times);

    public Func<SimulatedCall, bool> Predicate { get; } = predicate;

    public FaultAction Action { get; } = action;

    public int TimesLeft => _allowance.Left;

    internal bool TryTake() => _allowance.TryTake();
}
