using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Logins;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Runs a test with a separate session, which it always ends.</summary>
internal sealed class TestRunner(
    PlatformRegistry platforms,
    AttemptRunner runner,
    LoginGate logins,
    TestSlots slots,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<GuardedSession> logger)
{
    /// <param name="order">The order of the test.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>The result, or the reason why the test could not be run.</returns>
    public async Task<(AttemptResult? Result, TestRefusal? Refusal)> RunAsync(AttemptOrder order, CancellationToken cancellationToken)
    {
        if (await logins.FindHoldAsync(order.Target, cancellationToken) is { } hold)
        {
            return (null, new(TestRefusalReason.Held, hold));
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            using var slot = await slots.EnterAsync(ending.Token);
            return slot is null
                ? (null, new TestRefusal(TestRefusalReason.Busy, Limit: slots.Count))
                : await RunInSlotAsync(order, ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(TestRefusalReason.Stopping));
        }
    }

    private async Task<(AttemptResult? Result, TestRefusal? Refusal)> RunInSlotAsync(AttemptOrder order, CancellationToken cancellationToken)
    {
        AttemptResult result;
        var session = new GuardedSession(platforms[order.Platform.Key].CreateSession(order.Target), clock, logger);
        await using (session)
        {
            result = await runner.RunAsync(session, order, cancellationToken);
        }

        // The account may have been refused in another test or poll since the earlier check.
        return result.Hold is { WasTried: false } late ? (null, new(TestRefusalReason.Held, late)) : (result, null);
    }
}
