using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Reads the data of a connection that a poll needs.</summary>
internal sealed class PollTargets(IDbContextFactory<ConnectionsDbContext> contexts, PlatformRegistry platforms, TargetFactory targets)
{
    /// <returns>Null if the connection is deleted or must not be polled.</returns>
    public async Task<PollTarget?> FindAsync(Guid connectionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = await context.Connections.AsNoTracking().Include(row => row.Health)
            .FirstOrDefaultAsync(row => row.Id == connectionId, cancellationToken);
        return connection is { Enabled: true, UnreadableReason: null, Health.SuspendedReason: null } && platforms.TryGet(connection.Platform, out var provider)
            ? new PollTarget(connection, provider, targets.Create(connection, provider.Platform, out var isReadable), isReadable)
            : null;
    }
}
