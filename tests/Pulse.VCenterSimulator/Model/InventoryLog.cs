namespace Pulse.Simulation;

/// <summary>
/// The recent changes of an inventory, numbered from 1. A reader whose version is older than the log has lost its
/// state, as with a real server. The gate of the inventory guards the log.
/// </summary>
internal sealed class InventoryLog
{
    private const int Capacity = 20_000;

    private readonly List<InventoryChange> _changes = [];
    private long _forgotten;

    /// <summary>The number of the newest change.</summary>
    public long Version => _forgotten + _changes.Count;

    public void Add(InventoryChange change)
    {
        if (_changes.Count == Capacity)
        {
            Forget(Capacity / 2);
        }

        _changes.Add(change);
    }

    /// <summary>The changes after the version; null if the log does not contain all of them any more.</summary>
    public InventoryChange[]? Since(long version) =>
        version < _forgotten ? null : [.. _changes.Skip((int)(version - _forgotten))];

    public void ForgetAll()
    {
        Forget(_changes.Count);
        _changes.TrimExcess();
    }

    private void Forget(int count)
    {
        _changes.RemoveRange(0, count);
        _forgotten += count;
    }
}
