namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// Owns the plan of one connection and polls it when the plan is due, never twice at once. The wait is elapsed time: the wall clock
/// of the machine may be set back or forward meanwhile.
/// </summary>
/// <param name="poll">Polls the connection.</param>
/// <param name="slots">Limits the number of concurrent polls over all connections.</param>
/// <param name="clock">Measures the time.</param>
internal sealed class ConnectionPoller(Poll poll, SemaphoreSlim slots, TimeProvider clock)
{
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private long? _dueAt;
    private bool _isEnded;

    /// <summary>The time until the next poll; null while a poll runs, or if none is planned.</summary>
    public TimeSpan? DueIn
    {
        get
        {
            lock (_lock)
            {
                return _dueAt is { } dueAt ? clock.Until(dueAt) : null;
            }
        }
    }

    /// <summary>Completes when no poll runs or is planned.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Plans the next poll and replaces the former plan. A running poll continues to its end first.</summary>
    /// <param name="dueAt">The time of the poll, as a timestamp.</param>
    /// <param name="stopping">Ends polling.</param>
    /// <returns>False if polling has ended: then this object cannot be used any more.</returns>
    public bool TryPlan(long dueAt, CancellationToken stopping)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                return false;
            }

            _dueAt = dueAt;
            if (Completion.IsCompleted)
            {
                Completion = Task.Run(() => RunAsync(stopping), CancellationToken.None);
            }
        }

        Wake();
        return true;
    }

    /// <summary>Ends polling. A running poll continues to its end.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
            _dueAt = null;
        }

        Wake();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        while (await WaitUntilDueAsync(stopping) is { } dueAt)
        {
            // Not on the thread of the timer, which serves other timers too.
            await Task.Yield();
            await slots.WaitAsync(stopping);
            try
            {
                PlanAfterPoll(await poll(clock.GetElapsedTime(dueAt), stopping));
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <returns>The time at which the poll was due; null if polling has ended.</returns>
    private async Task<long?> WaitUntilDueAsync(CancellationToken stopping)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                if (_isEnded)
                {
                    return null;
                }

                if (_dueAt is { } dueAt && clock.Until(dueAt) == TimeSpan.Zero)
                {
                    _dueAt = null;
                    return dueAt;
                }

                // Timers count whole milliseconds. A wait that was rounded down would end too early, again and again.
                wait = _dueAt is { } later ? clock.Until(later).InWholeMilliseconds() : Timeout.InfiniteTimeSpan;
                changed = _changed.Task;
            }

            var waiting = changed.WaitAsync(wait, clock, stopping);

            // The clock may have moved on before the timer was started.
            if (DueIn is not { } left || left >= wait - TimerResolution)
            {
                await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            stopping.ThrowIfCancellationRequested();
        }
    }

    /// <summary>If an edit or a test planned a poll while this poll ran, the earlier of the two times applies.</summary>
    private void PlanAfterPoll(long? next)
    {
        lock (_lock)
        {
            if (next is not null && !_isEnded)
            {
                _dueAt = _dueAt is { } planned && planned < next ? planned : next;
            }
            else if (_dueAt is null)
            {
                _isEnded = true;
            }
        }
    }

    private void Wake()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
