using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Testing;

public sealed class OptionalStepTests
{
    private static readonly TimeSpan Share = TimeSpan.FromSeconds(2);

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
    public async Task A_slow_optional_step_ends_at_its_share_of_the_time()
    {
        var attempt = Attempt(AttemptPurpose.Test);
        var step = attempt.TryStepAsync("extra", (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token), default);

        _clock.Advance(Share);
        await step;

        attempt.Steps.Should().ContainSingle().Which.Category.Should().Be(FailureCategory.Timeout);
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
        new(purpose, new ConnectionTarget { Host = "box.example", Port = 1 }, new NoGate(), _clock, Share) { Abandoned = abandoned };

    private sealed class NoGate : ILoginGate
    {
        public Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken) => login();
    }
}
