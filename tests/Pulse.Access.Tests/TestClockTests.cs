using Pulse.Testing;

namespace Pulse.Access.Tests;

/// <summary>Tests the clock that all other tests use.</summary>
public sealed class TestClockTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Elapsed_time_follows_the_clock()
    {
        var start = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(90));

        _clock.GetElapsedTime(start).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void The_wall_time_jumps_and_no_time_passes(int seconds)
    {
        var (start, wall) = (_clock.GetTimestamp(), _clock.GetUtcNow());
        List<(string Name, TimeSpan At)> fired = [];
        using var timer = Timer("timer", 10, Timeout.Infinite, fired);

        _clock.JumpWallTime(Seconds(seconds));

        _clock.GetUtcNow().Should().Be(wall + Seconds(seconds));
        _clock.GetElapsedTime(start).Should().Be(TimeSpan.Zero);
        _clock.Advance(Seconds(9));
        fired.Should().BeEmpty();
        _clock.Advance(Seconds(1));
        fired.Should().Equal(("timer", Seconds(seconds + 10)));
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        var start = _clock.GetUtcNow();
        List<(string Name, TimeSpan At)> fired = [];
        using var late = Timer("late", 3, Timeout.Infinite, fired);
        using var early = Timer("early", 1, Timeout.Infinite, fired);
        using var often = Timer("often", 2, 2, fired);

        _clock.Advance(TimeSpan.FromSeconds(6));

        fired.Should().Equal(
            ("early", Seconds(1)), ("often", Seconds(2)), ("late", Seconds(3)), ("often", Seconds(4)), ("often", Seconds(6)));
        _clock.GetUtcNow().Should().Be(start + Seconds(6));
    }

    [Fact]
    public void A_timer_that_rearms_itself_fires_again_within_one_advance()
    {
        var fired = 0;
        ITimer? timer = null;
        timer = _clock.CreateTimer(Rearm, null, Seconds(1), Timeout.InfiniteTimeSpan);
        void Rearm(object? state)
        {
            fired++;
            timer!.Change(Seconds(1), Timeout.InfiniteTimeSpan);
        }

        _clock.Advance(Seconds(5));

        fired.Should().Be(5);
        timer.Dispose();
        _clock.ArmedTimers.Should().Be(0);
        timer.Change(Seconds(1), Timeout.InfiniteTimeSpan).Should().BeFalse();
    }

    [Fact]
    public async Task Delays_and_time_outs_follow_the_clock()
    {
        var delay = Task.Delay(Seconds(10), _clock);
        using var timeout = new CancellationTokenSource(Seconds(20), _clock);
        await _clock.WhenArmedAsync(2);

        _clock.Advance(Seconds(10));
        await delay;
        timeout.IsCancellationRequested.Should().BeFalse();
        _clock.SetUtcNow(_clock.GetUtcNow() + Seconds(10));
        timeout.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_test_can_wait_until_the_code_beside_it_waits()
    {
        var armed = _clock.WhenArmedAsync();
        armed.IsCompleted.Should().BeFalse();

        using var timer = Timer("any", 1, 1, []);

        await armed;
    }

    [Fact]
    public void An_adjusted_wall_time_leaves_the_timestamps_alone()
    {
        var (start, wall) = (_clock.GetTimestamp(), _clock.GetUtcNow() + Seconds(90));

        _clock.AdjustTime(wall);

        _clock.GetUtcNow().Should().Be(wall);
        _clock.GetElapsedTime(start).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Short_waits_are_over_at_once_when_a_test_says_so_and_no_time_passes()
    {
        var start = _clock.GetTimestamp();
        _clock.EndsWaitsUpTo = Seconds(2);

        var shorter = Task.Delay(Seconds(2), _clock);
        var longer = Task.Delay(Seconds(3), _clock);
        using var timer = Timer("never", Timeout.Infinite, Timeout.Infinite, []);

        (shorter.IsCompleted, longer.IsCompleted).Should().Be((true, false));
        _clock.ArmedTimers.Should().Be(1);
        _clock.GetElapsedTime(start).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var goingBack = () => _clock.SetUtcNow(_clock.GetUtcNow() - Seconds(1));

        goingBack.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private ITimer Timer(string name, int due, int period, List<(string Name, TimeSpan At)> fired)
    {
        var start = _clock.GetUtcNow();
        return _clock.CreateTimer(
            _ => fired.Add((name, _clock.GetUtcNow() - start)),
            null,
            due == Timeout.Infinite ? Timeout.InfiniteTimeSpan : Seconds(due),
            period == Timeout.Infinite ? Timeout.InfiniteTimeSpan : Seconds(period));
    }
}
