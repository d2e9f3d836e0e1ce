using Microsoft.Extensions.Time.Testing;

namespace Pulse.Testing;

/// <summary>
/// A <see cref="FakeTimeProvider"/> whose timers fire as on a real clock: inside <see cref="Advance"/>, in the order of their due
/// times, each with the clock at its own due time.
/// </summary>
/// <remarks>
/// The timers are not those of <see cref="FakeTimeProvider"/>. Its timers fire when the clock already stands at the end of the step,
/// so a timer that arms itself again fires once in a step of any length. Its <c>Advance</c> can return before a due timer has fired,
/// while another thread arms a timer. Its <c>AdjustTime</c> moves the timestamps with the wall time, and its timestamps are ticks.
/// </remarks>
public sealed class TestClock : FakeTimeProvider
{
    // Three timestamps per tick, so that tests find code that confuses timestamps and ticks.
    private const int TimestampsPerTick = 3;

    private readonly Lock _lock = new();
    private readonly List<TestTimer> _armed = [];
    private readonly List<(int Timers, TaskCompletionSource Armed)> _waiting = [];
    private TimeSpan _jumped;

    public TestClock()
        : this(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public TestClock(DateTimeOffset start)
        : base(start.ToUniversalTime())
    {
    }

    /// <summary>
    /// Waits up to this time are over at once, e.g. those between two tries. The clock does not move for them.
    /// </summary>
    public TimeSpan EndsWaitsUpTo { get; set; }

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

    // Where the clock stands by the time that has passed, whatever the wall time says.
    private TimeSpan Elapsed => base.GetUtcNow() - Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Start + Elapsed + _jumped;
        }
    }

    public override long GetTimestamp() => Elapsed.Ticks * TimestampsPerTick;

    /// <summary>
    /// Sets the wall time forward or back, like an administrator or a time server: no time passes, no timer fires, and
    /// timestamps continue as before.
    /// </summary>
    public new void AdjustTime(DateTimeOffset value) => JumpWallTime(value - GetUtcNow());

    /// <inheritdoc cref="AdjustTime"/>
    public void JumpWallTime(TimeSpan by)
    {
        lock (_lock)
        {
            _jumped += by;
        }
    }

    /// <summary>Moves the clock to <paramref name="value"/>, and fires the timers that are due until then.</summary>
    public new void SetUtcNow(DateTimeOffset value) => Advance(value - GetUtcNow());

    /// <summary>Moves the clock by <paramref name="delta"/>, and fires the timers that are due until then, including new ones.</summary>
    public new void Advance(TimeSpan delta)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delta, TimeSpan.Zero);
        var until = Elapsed + delta;
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

    private TestTimer? TakeNextDue(TimeSpan until)
    {
        lock (_lock)
        {
            // MinBy keeps the first of equals, so that timers with the same due time fire in the order in which they were started.
            var next = _armed.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
            var step = (next?.DueAt ?? until) - Elapsed;
            base.Advance(step > TimeSpan.Zero ? step : TimeSpan.Zero);
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

            timer.DueAt = Elapsed + dueTime;
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

    private sealed class TestTimer(TestClock clock, Action callback) : ITimer
    {
        private volatile bool _disposed;

        public TimeSpan DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_disposed)
            {
                return false;
            }

            var now = dueTime >= TimeSpan.Zero && dueTime <= clock.EndsWaitsUpTo;
            clock.Arm(this, now ? TimeSpan.Zero : dueTime, period);

            // As on the system's clock, a timer that is due now does not wait for the next tick.
            if (now)
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
