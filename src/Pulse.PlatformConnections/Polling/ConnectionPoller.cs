namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// Owns the plan of one connection and polls it when it is due, never twice at once. Waiting is elapsed time: the wall clock
/// of the machine may be set back or forward meanwhile.
/// </summary>
/// <param name="poll">Polls the connection.</param>
/// <param name="slots">Limits how many polls run at once, over all connections.</param>
/// <param name="clock">Measures the time.</param>
internal sealed class ConnectionPoller(Poll poll, SemaphoreSlim slots, TimeProvider clock)
{
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private long? _dueAt;
    private bool _isEnded;

    /// <summary>How long until the next poll; null while one is under way, or when none is planned.</summary>
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

    /// <summary>Completes when no poll is under way or to come.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Plans the next poll, in place of the one planned before. A poll under way comes to its end first.</summary>
    /// <param name="dueAt">When it is due, as a timestamp.</param>
    /// <param name="stopping">Ends polling.</param>
    /// <returns>False when polling has ended: then this object is of no more use.</returns>
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

    /// <summary>Ends polling. A poll under way comes to its end.</summary>
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
            // Not on the thread of the timer, which has others to wake.
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

    /// <returns>When it was due; null when polling has ended.</returns>
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

                // Timers count whole milliseconds. One that was cut down would fire too early, again and again.
                wait = _dueAt is { } later ? clock.Until(later).InWholeMilliseconds() : Timeout.InfiniteTimeSpan;
                changed = _changed.Task;
            }

            var waiting = changed.WaitAsync(wait, clock, stopping);

            // The clock may have moved on before the timer was armed.
            if (DueIn is not { } left || left >= wait - TimerResolution)
            {
                await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            stopping.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What was planned while the poll ran, by an edit or a test, is kept when it is earlier.</summary>
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
