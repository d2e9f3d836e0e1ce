using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Records the test of a saved connection like a poll, and plans the next poll after it.</summary>
internal sealed class TestRecorder(HealthRecorder recorder, LocalPollers pollers)
{
    /// <summary>Records a test even if the client has disconnected; a success also ends a suspension.</summary>
    public async Task RecordAsync(Connection connection, AttemptResult result)
    {
        var next = await recorder.RecordAsync(ConnectionVersion.Of(connection), result, CancellationToken.None);
        if (next is null)
        {
            return;
        }

        if (connection.Health.SuspendedReason is not null)
        {
            pollers.PollNow(connection.Id);
        }
        else
        {
            pollers.PollAt(connection.Id, next.Value);
        }
    }
}
