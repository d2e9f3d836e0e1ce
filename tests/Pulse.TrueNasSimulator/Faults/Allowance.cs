namespace Pulse.Simulation.TrueNas;

/// <summary>How often something may still happen; <see cref="int.MaxValue"/> is no limit.</summary>
internal sealed class Allowance(int times)
{
    private readonly bool _isUnlimited = times == int.MaxValue;
    private int _left = times;

    public int Left => Math.Max(0, Volatile.Read(ref _left));

    public bool TryTake() => Left > 0 && (_isUnlimited || Interlocked.Decrement(ref _left) >= 0);
}
