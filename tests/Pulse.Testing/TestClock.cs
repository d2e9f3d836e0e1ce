namespace Pulse.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire inside <see cref="Advance"/>, in the order of their due times,
/// each with the clock at its own due time, as on a real clock. The wall time can jump without any time passing.
/// </summary>
public sealed class TestClock : TimeProvider
{
    // Three timestamps per tick, so that tests find code that confuses timestamps and ticks.
    private const int TimestampsPerTick = 3;

    private readonly Lock _lock = new();
    private readonly DateTimeOffset _start;
    private readonly List<TestTimer> _armed = [];
    private readonly List<(int Timers, TaskCompletionSource Armed)> _waiting = [];
    private DateTimeOffset _now;
    private TimeSpan _jumped;

    public TestClock()
        : this(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public TestClock(DateTimeOffset start) => _start = _now = start.ToUniversalTime();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond * TimestampsPerTick;

    /// <summary>The number of timers that wait to fire.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_lock)
            {
                return _armed.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now + _jumped;
        }
    }

    public override long GetTimestamp() => (Standing() - _start).Ticks * TimestampsPerTick;

    /// <summary>
    /// Sets the wall time forward or back, like an administrator or a time server: no time passes, no timer fires, and
    /// timestamps continue as before.
    /// </summary>
    public void JumpWallTime(TimeSpan by)
    {
        lock (_lock)
        {
            _jumped += by;
        }
    }

    /// <summary>Moves the clock to <paramref name="now"/>, and fires the timers that are due until then.</summary>
    public void SetUtcNow(DateTimeOffset now) => Advance(now - GetUtcNow());

    /// <summary>Moves the clock by <paramref name="by"/>, and fires the timers that are due until then, including new ones.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = Standing() + by;
        while (TakeNextDue(until) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>
    /// Completes when at least <paramref name="timers"/> are waiting. A test awaits this before it moves the clock for code
    /// that runs concurrently.
    /// </summary>
    public Task WhenArmedAsync(int timers = 1)
    {
        lock (_lock)
        {
            if (_armed.Count >= timers)
            {
                return Task.CompletedTask;
            }

            var armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((timers, armed));
            return armed.Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The clock's time by the time that has passed, whatever the wall time is.</summary>
    private DateTimeOffset Standing()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    private TestTimer? TakeNextDue(DateTimeOffset until)
    {
        lock (_lock)
        {
            // MinBy keeps the first of equals, so that timers with the same due time fire in the order in which they were started.
            var next = _armed.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
            _now = Max(_now, next?.DueAt ?? until);
            if (next is not null)
            {
                _armed.Remove(next);
                if (next.Period > TimeSpan.Zero)
                {
                    next.DueAt += next.Period;
                    _armed.Add(next);
                }
            }

            return next;
        }
    }

    private void Arm(TestTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.DueAt = _now + dueTime;
            timer.Period = period;
            _armed.Add(timer);
            _waiting.RemoveAll(waiting => _armed.Count >= waiting.Timers && waiting.Armed.TrySetResult());
        }
    }

    private void Disarm(TestTimer timer)
    {
        lock (_lock)
        {
            _armed.Remove(timer);
        }
    }

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private sealed class TestTimer(TestClock clock, Action callback) : ITimer
    {
        private volatile bool _disposed;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_disposed)
            {
                return false;
            }

            clock.Arm(this, dueTime, period);

            // As on the system's clock, a timer that is due now does not wait for the next tick.
            if (dueTime == TimeSpan.Zero)
            {
                clock.Advance(TimeSpan.Zero);
            }

            return true;
        }

        public void Fire()
        {
            if (!_disposed)
            {
                callback();
            }
        }

        public void Dispose()
        {
            _disposed = true;
            clock.Disarm(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
