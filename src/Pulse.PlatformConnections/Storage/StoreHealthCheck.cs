using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Whether the connections can be read.</summary>
internal sealed class StoreHealthCheck(IDbContextFactory<ConnectionsDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        await store.Connections.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
