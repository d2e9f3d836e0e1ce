using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>
/// Keeps an inventory up to date in one session: through one container view and one property filter the vCenter tells
/// everything once, and after that what changed. An inventory that did not change is one round trip with an empty answer.
/// </summary>
internal sealed class InventoryFeed(PropertyCollectorApi api, ObjectIds ids, ReadLimits limits, TimeProvider clock)
{
    private const string FromTheStart = "";
    private const int MaxUpdates = 2000;

    // The time of the next answer, and as much again: one that the deadline cuts is lost.
    private const int AnswersAhead = 2;

    // Far more than the largest vCenter needs, also where it cuts answers to 100 objects (facts.md#3.14); an answer that never
    // comes to its end is none.
    private const int MaxAnswers = 1000;

    private ManagedObjectReference? _collector;
    private ManagedObjectReference? _view;
    private ManagedObjectReference? _filter;
    private string _version = FromTheStart;
    private int _truncated;
    private TimeSpan _slowest;

    /// <summary>Whether everything was read since the start, so that the inventory lacks nothing but the latest changes.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether the last update came to its end, rather than to that of its time.</summary>
    public bool IsUpToDate => _truncated == 0;

    public Inventory Inventory { get; private set; } = new(ids, limits);

    /// <summary>Grows with each time that something changed.</summary>
    public int Revision { get; private set; }

    /// <summary>The view that the filter looks through; there after an update.</summary>
    public ManagedObjectReference View => _view ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>
    /// Reads what changed, or everything when that is not known (any more). Where the time does not suffice, the next
    /// update goes on from where this one stopped.
    /// </summary>
    /// <param name="beside">An inventory that is brought up to the same state.</param>
    /// <param name="timeLeft">How much longer it may take.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False when everything was read anew, so that <paramref name="beside"/> is not up to it.</returns>
    public async Task<bool> UpdateAsync(Inventory? beside, Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        var before = Inventory;
        try
        {
            await (ids.AreMany ? RebuildAsync(timeLeft, cancellationToken) : FollowAsync(beside, timeLeft, cancellationToken));
        }
        catch (VCenterFailureException failure) when (failure.StateLost)
        {
            await RebuildAsync(timeLeft, cancellationToken);
        }

        return Inventory == before;
    }

    /// <summary>Forgets everything and reads it again, in the same session.</summary>
    public async Task RebuildAsync(Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        await ForgetAsync(cancellationToken);
        await FollowAsync(beside: null, timeLeft, cancellationToken);
    }

    private async Task FollowAsync(Inventory? beside, Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        if (_version == FromTheStart)
        {
            // What a read that was cut short has made already is used, so that none piles up in the session.
            _collector ??= await api.CreatePropertyCollectorAsync(cancellationToken);
            _view ??= await api.CreateContainerViewAsync(cancellationToken);
            _filter ??= await api.CreateFilterAsync(_collector, _view, cancellationToken);
            ids.Clear();
            Inventory = new Inventory(ids, limits);
            (IsWhole, _truncated) = (false, 0);
            Revision++;
        }

        do
        {
            await FollowOnceAsync(beside, cancellationToken);
        }
        while (!IsUpToDate && timeLeft() > _slowest * AnswersAhead);
    }

    /// <summary>
    /// Reads one answer. The version of a truncated one works once: when its answer is lost, the vCenter takes it once more,
    /// or refuses it, and everything is read anew.
    /// </summary>
    private async Task FollowOnceAsync(Inventory? beside, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var answer = await api.WaitForUpdatesExAsync(_collector!, _version, repeatable: IsUpToDate, MaxUpdates, cancellationToken);
        var took = clock.GetElapsedTime(started);
        _slowest = took > _slowest ? took : _slowest;
        _version = answer?.Version ?? _version;
        _truncated = answer is { Truncated: true } ? _truncated + 1 : 0;
        IsWhole |= IsUpToDate;
        if (_truncated > MaxAnswers)
        {
            throw new PlatformFailureException(FailureCategory.Protocol, "UpdateSets without end");
        }

        if (answer is not null)
        {
            Apply(answer, beside);
        }
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
        (_collector, _view, _filter, _version, _truncated) = (null, null, null, FromTheStart, 0);
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
