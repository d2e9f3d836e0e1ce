using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Polling;

/// <summary>Reads what a poll needs of a connection.</summary>
internal sealed class PollTargets(IDbContextFactory<ConnectionsDbContext> contexts, PlatformRegistry platforms, TargetFactory targets)
{
    /// <returns>Null when the connection is not to be polled, or is gone.</returns>
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
