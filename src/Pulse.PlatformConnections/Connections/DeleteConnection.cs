using Microsoft.EntityFrameworkCore;
using Pulse.Access.Audit;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>DELETE /api/{platform}/connections/{id}</c>: deletes the connection with its secrets and its health, and ends its session.</summary>
internal sealed class DeleteConnection(
    ConnectionsDbContext context, SessionKeeper sessions, LocalPollers pollers, IAuditTrail audit)
{
    /// <returns>Null if the connection is deleted.</returns>
    public async Task<ConnectionRefusal?> HandleAsync(
        PlatformDescriptor platform, Guid id, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await context.Connections.AsNoTracking().Include(row => row.Health)
                .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
            if (connection is null)
            {
                return new ConnectionRefusal.NotFound(id);
            }

            if (!expected.Includes(connection.Version))
            {
                return new ConnectionRefusal.VersionMismatch(connection.Version);
            }

            // The condition contains the version, so an edit at the same moment is noticed: the next round sees the edit, and with If-Match answers
            // a 412. The health row is deleted with the connection.
            var deleted = await context.Connections.Where(row => row.Id == id && row.Version == connection.Version)
                .ExecuteDeleteAsync(CancellationToken.None);
            if (deleted > 0)
            {
                await TakeEffectAsync(connection);
                return null;
            }
        }
    }

    private async Task TakeEffectAsync(Connection connection)
    {
        pollers.Forget(connection.Id);
        await sessions.EndAsync(connection.Id);
        await audit.RecordAsync(ConnectionAudit.Entry("connection_deleted", connection), CancellationToken.None);
    }
}
