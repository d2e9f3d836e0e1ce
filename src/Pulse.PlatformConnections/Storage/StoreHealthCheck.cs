using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Whether the connections can be read and written, and polls can be recorded.</summary>
internal sealed class StoreHealthCheck(IDbContextFactory<ConnectionsDbContext> contexts, StoreWrites writes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var store = await contexts.CreateDbContextAsync(cancellationToken);

            // Takes the write lock, and releases it without a change.
            await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
            await store.Connections.AnyAsync(cancellationToken);
        }
        catch (DbException error)
        {
            return HealthCheckResult.Unhealthy("The store cannot be read or written.", error);
        }

        return writes.AreFailing ? HealthCheckResult.Unhealthy("Polls cannot be recorded.") : HealthCheckResult.Healthy();
    }
}
