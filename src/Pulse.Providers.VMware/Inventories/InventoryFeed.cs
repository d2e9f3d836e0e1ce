using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>
/// Keeps an inventory up to date in one session: through one container view and one property filter the vCenter tells
/// everything once, and after that what changed. An inventory that did not change is one round trip with an empty answer.
/// </summary>
internal sealed class InventoryFeed(PropertyCollectorApi api, ObjectIds ids, ReadLimits limits)
{
    private const string FromTheStart = "";
    private const int MaxUpdates = 2000;

    // Far more than the largest vCenter has; an answer that never comes to its end is none.
    private const int MaxAnswers = 1000;

    private ManagedObjectReference? _collector;
    private ManagedObjectReference? _view;
    private ManagedObjectReference? _filter;
    private string _version = FromTheStart;

    public Inventory Inventory { get; private set; } = new(ids, limits);

    /// <summary>Grows with each time that something changed.</summary>
    public int Revision { get; private set; }

    /// <summary>The view that the filter looks through; there after an update.</summary>
    public ManagedObjectReference View => _view ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>Reads what changed, or everything when that is not known (any more).</summary>
    /// <param name="beside">An inventory that is brought up to the same state.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False when everything was read anew, so that <paramref name="beside"/> is not up to it.</returns>
    public async Task<bool> UpdateAsync(Inventory? beside, CancellationToken cancellationToken)
    {
        var before = Inventory;
        try
        {
            await (ids.AreMany ? RebuildAsync(cancellationToken) : FollowAsync(beside, cancellationToken));
        }
        catch (VCenterFailureException failure) when (failure.StateLost)
        {
            await RebuildAsync(cancellationToken);
        }

        return Inventory == before;
    }

    /// <summary>Forgets everything and reads it again, in the same session.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await ForgetAsync(cancellationToken);
        await FollowAsync(beside: null, cancellationToken);
    }

    private async Task FollowAsync(Inventory? beside, CancellationToken cancellationToken)
    {
        var version = _version;
        if (version == FromTheStart)
        {
            // What a read that was cut short has made already is used, so that none piles up in the session.
            _collector ??= await api.CreatePropertyCollectorAsync(cancellationToken);
            _view ??= await api.CreateContainerViewAsync(cancellationToken);
            _filter ??= await api.CreateFilterAsync(_collector, _view, cancellationToken);
            ids.Clear();
            Inventory = new Inventory(ids, limits);
            Revision++;
        }

        for (var answers = 0; answers < MaxAnswers; answers++)
        {
            // The version of a truncated answer works once: a chain that breaks is begun again.
            var answer = await api.WaitForUpdatesExAsync(_collector!, version, repeatable: answers == 0, MaxUpdates, cancellationToken);
            _version = answer is { Truncated: true } ? FromTheStart : answer?.Version ?? version;
            if (answer is null)
            {
                return;
            }

            Apply(answer, beside);
            if (!answer.Truncated)
            {
                return;
            }

            version = answer.Version!;
        }

        throw new PlatformFailureException(FailureCategory.Protocol, "UpdateSets without end");
    }

    private void Apply(InventoryAnswer answer, Inventory? beside)
    {
        Revision++;
        foreach (var update in answer.Updates)
        {
            Inventory.Apply(update);
            beside?.Apply(update);
        }

        if (answer.ViewIsGone)
        {
            throw VCenterFailures.ViewGone();
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (collector, view) = (_collector, _view);
        (_collector, _view, _filter, _version) = (null, null, null, FromTheStart);
        await DestroyAsync(collector, api.DestroyPropertyCollectorAsync, cancellationToken);
        await DestroyAsync(view, api.DestroyViewAsync, cancellationToken);
    }

    private static async Task DestroyAsync(
        ManagedObjectReference? gone, Func<ManagedObjectReference, CancellationToken, Task> destroy, CancellationToken cancellationToken)
    {
        try
        {
            await (gone is null ? Task.CompletedTask : destroy(gone, cancellationToken));
        }
        catch (VCenterFailureException failure) when (!failure.SessionLost)
        {
            // It went with what else was lost, or it goes with the session.
        }
    }
}
