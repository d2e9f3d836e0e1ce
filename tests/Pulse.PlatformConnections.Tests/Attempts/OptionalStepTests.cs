using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Attempts;

public sealed class OptionalStepTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_failed_optional_step_is_noted_and_the_attempt_goes_on()
    {
        var attempt = Attempt(AttemptPurpose.Test);

        await attempt.TryStepAsync("extra", (_, _) => throw new PlatformFailureException(FailureCategory.PermissionDenied), default);

        attempt.Missed.Keys.Should().Equal("extra");
        attempt.Steps.Should().ContainSingle().Which.Outcome.Should().Be(StepOutcome.Failed);
        attempt.CurrentStep.Should().BeNull();
    }

    [Fact]
    public async Task A_poll_takes_no_optional_step()
    {
        var attempt = Attempt(AttemptPurpose.Poll);

        await attempt.TryStepAsync("extra", (_, _) => throw new InvalidOperationException(), default);

        attempt.Steps.Should().BeEmpty();
    }

    [Fact]
    public async Task A_slow_optional_step_ends_at_its_share_of_the_time_and_says_which_limit_cut_it()
    {
        var attempt = Attempt(AttemptPurpose.Test);
        var step = attempt.TryStepAsync("extra", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token), default);

        _clock.Advance(Limit / 2);
        await step;

        attempt.Steps.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.Timeout);
        attempt.Missed["extra"].Should().BeOfType<PlatformFailureException>()
            .Which.Sentence.Should().Be("Cut after 1 s, its share of the 2 s that a test may take. Polls do without it.");
    }

    [Fact]
    public async Task Each_optional_step_may_take_half_of_the_time_that_is_left()
    {
        var attempt = Attempt(AttemptPurpose.Test);
        foreach (var share in new[] { Limit / 2, Limit / 4, Limit / 8 })
        {
            var step = attempt.TryStepAsync($"{share}", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token), default);
            _clock.Advance(share - TimeSpan.FromMilliseconds(1));
            step.IsCompleted.Should().BeFalse();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await step;
        }
    }

    [Fact]
    public void Of_a_test_two_thirds_of_the_time_are_for_what_a_poll_reads_too()
    {
        var (test, poll) = (Attempt(AttemptPurpose.Test), Attempt(AttemptPurpose.Poll));

        _clock.Advance(TimeSpan.FromSeconds(1));

        test.ReadTimeLeft.Should().BeCloseTo((Limit * 2 / 3) - TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(1));
        poll.ReadTimeLeft.Should().Be(Limit - TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_abandoned_attempt_ends_with_its_optional_step()
    {
        using var caller = new CancellationTokenSource();
        var attempt = Attempt(AttemptPurpose.Test, caller.Token);
        var step = attempt.TryStepAsync("extra", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token), caller.Token);

        await caller.CancelAsync();

        await step.Invoking(async pending => await pending).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_time_limit_of_the_attempt_is_noted_because_what_was_read_still_counts()
    {
        using var limit = new CancellationTokenSource();
        var attempt = Attempt(AttemptPurpose.Test, CancellationToken.None);
        await limit.CancelAsync();

        await attempt.TryStepAsync("extra", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token), limit.Token);

        attempt.Missed.Keys.Should().Equal("extra");
    }

    private Attempt Attempt(AttemptPurpose purpose, CancellationToken? abandoned = null) =>
        new(purpose, new ConnectionTarget { Host = "box.example", Port = 1 }, new NoGate(), _clock, Limit) { Abandoned = abandoned };

    private sealed class NoGate : ILoginGate
    {
        public Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken) => login();
    }
}
