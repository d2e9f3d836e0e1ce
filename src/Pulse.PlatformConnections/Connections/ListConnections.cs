using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary><c>GET /api/{platform}/connections</c>: all connections of the platform, by name.</summary>
internal sealed class ListConnections(ConnectionsDbContext context, LocalPollers pollers)
{
    public async Task<ConnectionDocument[]> HandleAsync(PlatformDescriptor platform, CancellationToken cancellationToken)
    {
        var connections = await context.Connections.AsNoTracking().Include(row => row.Health)
            .Where(row => row.Platform == platform.Key)
            .OrderBy(row => row.NormalizedName)
            .ToListAsync(cancellationToken);
        return [.. connections.Select(connection => ConnectionDocument.From(connection, platform, pollers))];
    }
}
