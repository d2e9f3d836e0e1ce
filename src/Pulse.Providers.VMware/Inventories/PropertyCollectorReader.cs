using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Reads the inventory through one container view over the root folder, page by page, in one session.</summary>
internal sealed class PropertyCollectorReader(ViJsonApi viJson, ServiceContent content, string sessionId)
{
    private const int PageSize = 2000;

    private ManagedObjectReference? _view;
    private bool _continueIsDenied;

    public async Task<Inventory> ReadAsync(CancellationToken cancellationToken)
    {
        // A read that was cut short leaves its view to the next one, so that none piles up in the session.
        _view ??= await viJson.CreateContainerViewAsync(
            content.ViewManager,
            new(content.RootFolder, [.. ObjectKinds.PropertiesByType.Keys], Recursive: true),
            sessionId,
            cancellationToken);
        var inventory = _continueIsDenied ? null : await ReadPagesAsync(_view, PageSize, cancellationToken);
        if (inventory is null or { IsCutOff: true })
        {
            // vCenter 7.0.3.2 to 8.0.2 denies the second page to accounts without rights on the root folder (facts 3):
            // one large page needs no second.
            _continueIsDenied = true;
            inventory = await ReadPagesAsync(_view, null, cancellationToken);
        }

        await DestroyAsync(_view, cancellationToken);
        return inventory;
    }

    private async Task DestroyAsync(ManagedObjectReference view, CancellationToken cancellationToken)
    {
        try
        {
            await viJson.DestroyViewAsync(view, sessionId, cancellationToken);
            _view = null;
        }
        catch (PlatformFailureException)
        {
            // What was read is whole; the next read uses the view again.
        }
    }

    private async Task<Inventory> ReadPagesAsync(ManagedObjectReference view, int? pageSize, CancellationToken cancellationToken)
    {
        var inventory = new Inventory();
        var page = await viJson.RetrievePropertiesExAsync(content.PropertyCollector, Parameters(view, pageSize), sessionId, cancellationToken);
        while (page is not null)
        {
            foreach (var found in page.Objects ?? [])
            {
                inventory.Add(found);
            }

            if (page.Token is not { } token)
            {
                break;
            }

            try
            {
                page = await viJson.ContinueRetrievePropertiesExAsync(content.PropertyCollector, token, sessionId, cancellationToken);
            }
            catch (VCenterFailureException denied) when (denied.Category == FailureCategory.PermissionDenied)
            {
                inventory.IsCutOff = true;
                break;
            }
        }

        return inventory;
    }

    private static RetrievePropertiesExParameters Parameters(ManagedObjectReference view, int? pageSize) =>
        new(
            [
                new PropertyFilterSpec(
                    [.. ObjectKinds.PropertiesByType.Select(type => new PropertySpec(type.Key, type.Value))],
                    [new ObjectSpec(view, Skip: true, [new TraversalSpec("view", "ContainerView", "view", Skip: false)])]),
            ],
            new RetrieveOptions(pageSize));
}
