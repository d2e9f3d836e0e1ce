using Pulse.PlatformConnections.Logins;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Applies an edit: ends the old session, and polls with the new settings at once.</summary>
internal sealed class PollRestart(SessionKeeper sessions, LocalPollers pollers, LoginGate logins, TargetFactory targets)
{
    /// <param name="connection">The saved connection.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="endsSuspension">Whether the edit ended a suspension: then the secret may be tried once more.</param>
    public async Task TakeEffectAsync(Connection connection, PlatformDescriptor platform, bool endsSuspension)
    {
        if (endsSuspension)
        {
            await logins.ForgiveAsync(targets.Create(connection, platform, out _), CancellationToken.None);
        }

        await sessions.EndAsync(connection.Id);
        if (connection.Health.NextAttemptAt is null)
        {
            pollers.Forget(connection.Id);
        }
        else
        {
            pollers.PollNow(connection.Id);
        }
    }
}
