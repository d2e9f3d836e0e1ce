using Microsoft.Extensions.Logging.Abstractions;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Tests.Connecting;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Attempts;

/// <summary>The second protection: nothing depends on a provider that ends its reads.</summary>
public sealed class GuardedSessionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_that_does_not_end_when_it_is_cancelled_is_abandoned(bool blocks)
    {
        var clock = new TestClock();
        using var released = new ManualResetEventSlim();
        var session = new GuardedSession(new DeafSession(blocks, released), clock, NullLogger<GuardedSession>.Instance);
        using var cancellation = new CancellationTokenSource();
        var attempt = new Attempt(AttemptPurpose.Poll, new ConnectionTarget { Host = "box.example", Port = 1 }, new NoLogins(), clock);

        var reading = session.ReadAsync(attempt, cancellation.Token);
        await cancellation.CancelAsync();
        await clock.WhenArmedAsync();
        clock.Advance(GuardedSession.ReadPatience);

        await reading.Awaiting(read => read).Should().ThrowAsync<OperationCanceledException>();
        session.IsLost.Should().BeTrue();
        released.Set();
    }

    private sealed class DeafSession(bool blocks, ManualResetEventSlim released) : IPlatformSession
    {
        public Task<Observed> ReadAsync(Attempt attempt, CancellationToken cancellationToken)
        {
            if (blocks)
            {
                released.Wait(CancellationToken.None);
            }

            return new TaskCompletionSource<Observed>().Task;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
