using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Compares the inventory with a fresh read every half hour, and logs a difference: it is a defect.</summary>
internal sealed partial class InventoryVerifier(
    InventoryFeed feed, PropertyCollectorApi api, Func<Inventory> empty, Guid? connectionId, TimeProvider clock, ILogger logger)
{
    private const int PageSize = 2000;
    private const int MaxPages = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    private long _verifiedAt = clock.GetTimestamp();

    /// <summary>Verifies if half an hour has passed.</summary>
    /// <param name="timeLeft">The remaining time.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False if the fresh read shows that the session has ended.</returns>
    public async Task<bool> VerifyAsync(Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        if (!feed.IsWhole)
        {
            _verifiedAt = clock.GetTimestamp();
        }

        if (clock.GetElapsedTime(_verifiedAt) < Interval || !feed.IsUpToDate)
        {
            return true;
        }

        // Changes during the read are applied to both.
        if (await ReadAsync(cancellationToken) is { } fresh && await feed.UpdateAsync(fresh, timeLeft, cancellationToken))
        {
            if (!feed.IsUpToDate)
            {
                // The fresh read has seen changes that the feed has not; the next read verifies.
                return true;
            }

            if (fresh.NotAuthenticatedCount > feed.Inventory.NotAuthenticatedCount || (fresh.Count == 0 && feed.Inventory.Count > 0))
            {
                return false;
            }

            await CompareAsync(fresh, timeLeft, cancellationToken);
        }

        _verifiedAt = clock.GetTimestamp();
        return true;
    }

    private async Task CompareAsync(Inventory fresh, Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        if (feed.Inventory.DifferencesFrom(fresh) is var differences and > 0)
        {
            LogDifferent(logger, connectionId, differences, feed.Inventory.Count, fresh.Count);
            await feed.RebuildAsync(timeLeft, cancellationToken);
        }
    }

    private async Task<Inventory?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // vCenter 7.0.3.2 to 8.0.2 denies the second page to accounts without rights on the root folder (facts.md#3.5):
            // one large page needs no second.
            return await ReadPagesAsync(PageSize, cancellationToken) ?? await ReadPagesAsync(null, cancellationToken);
        }
        catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
        {
            return null;
        }
    }

    private async Task<Inventory?> ReadPagesAsync(int? pageSize, CancellationToken cancellationToken)
    {
        var inventory = empty();
        var page = await api.RetrievePropertiesExAsync(feed.View, pageSize, cancellationToken);
        for (var pages = 0; page is not null && pages < MaxPages; pages++)
        {
            page.Updates.ForEach(inventory.Apply);
            if (page.Token is not { } token)
            {
                return inventory;
            }

            try
            {
                page = await api.ContinueRetrievePropertiesExAsync(token, cancellationToken);
            }
            catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
            {
                return null;
            }
        }

        return page is null ? inventory : throw new PlatformFailureException(FailureCategory.Protocol, "pages without end");
    }

    [LoggerMessage(
        2,
        LogLevel.Error,
        "The inventory of connection {ConnectionId} had drifted from its vCenter: {Differences} differences, {Kept} objects kept, {Read} read. "
        + "It is read anew. This is a defect, please report it")]
    private static partial void LogDifferent(ILogger logger, Guid? connectionId, int differences, int kept, int read);
}
