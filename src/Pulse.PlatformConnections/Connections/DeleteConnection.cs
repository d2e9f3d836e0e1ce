using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Pulse.Access;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>DELETE /api/{platform}/connections/{id}</c>: forgets the connection with its secrets and its health, and ends its session.</summary>
internal sealed class DeleteConnection(
    ConnectionsDbContext context, SessionKeeper sessions, LocalPollers pollers, IAuditTrail audit)
{
    public async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        PlatformDescriptor platform, Guid id, HttpContext http, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await context.Connections.AsNoTracking().Include(row => row.Health)
                .FirstOrDefaultAsync(row => row.Id == id && row.Platform == platform.Key, cancellationToken);
            if (connection is null)
            {
                return ConnectionProblems.NotFound(id);
            }

            if (Preconditions.Check(http.Request, connection) is { } mismatch)
            {
                return mismatch;
            }

            // With the version in the condition, an edit at the same moment is seen: the next round meets it, with If-Match by
            // a 412. The health row goes with the connection.
            var deleted = await context.Connections.Where(row => row.Id == id && row.Version == connection.Version)
                .ExecuteDeleteAsync(CancellationToken.None);
            if (deleted > 0)
            {
                await TakeEffectAsync(connection);
                return TypedResults.NoContent();
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
