namespace Pulse.Simulation;

/// <summary>An action, the requests to which it applies, and the number of times.</summary>
public sealed class FaultRule(Func<SimulatedRequest, bool> predicate, FaultAction action, int times)
{
    private readonly bool _isUnlimited = times == int.MaxValue;
    private int _left = times;

    public Func<SimulatedRequest, bool> Predicate { get; } = predicate;

    public FaultAction Action { get; } = action;

    public int TimesLeft => Math.Max(0, Volatile.Read(ref _left));

    internal bool TryTake()
    {
        if (Volatile.Read(ref _left) <= 0)
        {
            return false;
        }

        return _isUnlimited || Interlocked.Decrement(ref _left) >= 0;
    }
}
