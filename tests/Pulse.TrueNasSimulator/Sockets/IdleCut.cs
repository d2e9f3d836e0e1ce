namespace Pulse.Simulation.TrueNas;

/// <summary>Cuts a socket on which nothing has moved for too long, as nginx does (facts.md#2).</summary>
internal sealed class IdleCut(TrueNasState nas, Action cut) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    public void Restart()
    {
        var limit = nas.Faults.IdleLimit;
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            if (_timer is null && limit != Timeout.InfiniteTimeSpan)
            {
                _timer = nas.Time.CreateTimer(_ => cut(), state: null, limit, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _timer?.Change(limit, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }
}
