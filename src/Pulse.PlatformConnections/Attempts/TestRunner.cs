using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Logins;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>Runs a test with a session of its own, which it always ends.</summary>
internal sealed class TestRunner(
    PlatformRegistry platforms,
    AttemptRunner runner,
    LoginGate logins,
    TestSlots slots,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<GuardedSession> logger,
    IOptions<TestOptions> options)
{
    private TimeSpan Limit => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <param name="platform">The platform.</param>
    /// <param name="target">What is tested.</param>
    /// <param name="stepEnded">Called with each step as it ends; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>The result, or why the test could not be run.</returns>
    public async Task<(AttemptResult? Result, TestRefusal? Refusal)> RunAsync(
        PlatformDescriptor platform, ConnectionTarget target, Action<TestStep>? stepEnded, CancellationToken cancellationToken)
    {
        if (await logins.FindHoldAsync(target, cancellationToken) is { } hold)
        {
            return (null, new(TestRefusalReason.Held, hold));
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            using var slot = await slots.EnterAsync(Limit, ending.Token);
            return slot is null
                ? (null, new TestRefusal(TestRefusalReason.Busy, Limit: options.Value.MaxConcurrent))
                : await RunInSlotAsync(platform, target, stepEnded, ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(TestRefusalReason.Stopping));
        }
    }

    private async Task<(AttemptResult? Result, TestRefusal? Refusal)> RunInSlotAsync(
        PlatformDescriptor platform, ConnectionTarget target, Action<TestStep>? stepEnded, CancellationToken cancellationToken)
    {
        AttemptResult result;
        var session = new GuardedSession(platforms[platform.Key].CreateSession(target), clock, logger);
        await using (session)
        {
            result = await runner.RunAsync(session, platform, target, AttemptPurpose.Test, Limit, stepEnded, cancellationToken);
        }

        // Another test or poll of the account may have been refused since the check before.
        return result.Hold is { WasTried: false } late ? (null, new(TestRefusalReason.Held, late)) : (result, null);
    }
}
