using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Providers;

namespace Pulse.PlatformConnections.Testing;

/// <summary>Runs a test with a session of its own, which it always ends.</summary>
internal sealed class TestRunner(PlatformRegistry platforms, AttemptRunner runner, LoginGate logins, IOptions<TestOptions> options)
{
    /// <param name="platform">The platform.</param>
    /// <param name="target">What is tested.</param>
    /// <param name="stepEnded">Called with each step as it ends; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>The result, or the hold that keeps the login from being tried.</returns>
    public async Task<(AttemptResult? Result, LoginHold? Hold)> RunAsync(
        PlatformDescriptor platform, ConnectionTarget target, Action<TestStep>? stepEnded, CancellationToken cancellationToken)
    {
        if (await logins.FindHoldAsync(target, cancellationToken) is { } hold)
        {
            return (null, hold);
        }

        AttemptResult result;
        var session = platforms[platform.Key].CreateSession(target);
        await using (session)
        {
            var limit = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
            result = await runner.RunAsync(session, platform, target, AttemptPurpose.Test, limit, stepEnded, cancellationToken);
        }

        // Another test or poll of the account may have been refused since the check above.
        return result.Hold is { WasTried: false } late ? (null, late) : (result, null);
    }
}
