using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Parsing;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>
/// Keeps an inventory up to date in one session: one container view and one property filter first bring
/// everything, and then only the changes. An unchanged inventory costs one round trip with an empty answer.
/// </summary>
internal sealed class InventoryFeed(PropertyCollectorApi api, ObjectIds ids, ReadLimits limits, TimeProvider clock)
{
    private const string InitialVersion = "";
    private const int MaxUpdates = 2000;

    // Another answer is read only if there is time for two: an answer that the deadline cuts is lost.
    private const int AnswersAhead = 2;

    // Far more than the largest vCenter needs, even if it cuts answers to 100 objects (facts.md#3.14); an endless
    // answer is refused.
    private const int MaxAnswers = 1000;

    private ManagedObjectReference? _collector;
    private ManagedObjectReference? _view;
    private ManagedObjectReference? _filter;
    private string _version = InitialVersion;
    private int _truncated;
    private TimeSpan _slowest;

    /// <summary>Whether the first read is complete, so that the inventory lacks only the latest changes.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether the last update was complete, not cut by its time limit.</summary>
    public bool IsUpToDate => _truncated == 0;

    public Inventory Inventory { get; private set; } = new(ids, limits);

    /// <summary>Increases with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>The view of the filter; exists after an update.</summary>
    public ManagedObjectReference View => _view ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>
    /// Reads the changes, or everything if the vCenter does not know the last version. If the time is too short, the next
    /// update continues where this one stopped.
    /// </summary>
    /// <param name="other">Another inventory that gets the same updates.</param>
    /// <param name="timeLeft">The remaining time.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False if everything was read again, so that <paramref name="other"/> is not up to date.</returns>
    public async Task<bool> UpdateAsync(Inventory? other, Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        var before = Inventory;
        try
        {
            await (ids.IsNearlyFull ? RebuildAsync(timeLeft, cancellationToken) : FollowAsync(other, timeLeft, cancellationToken));
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
        await FollowAsync(other: null, timeLeft, cancellationToken);
    }

    private async Task FollowAsync(Inventory? other, Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        if (_version == InitialVersion)
        {
            // Objects that a cancelled read has created are used again, so that they do not accumulate in the session.
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
            await FollowOnceAsync(other, cancellationToken);
        }
        while (!IsUpToDate && timeLeft() > _slowest * AnswersAhead);
    }

    /// <summary>
    /// Reads one answer. The version of a truncated answer works once. If the answer is lost, the vCenter accepts the version once more,
    /// or refuses it, and everything is read again.
    /// </summary>
    private async Task FollowOnceAsync(Inventory? other, CancellationToken cancellationToken)
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
            Apply(answer, other);
        }
    }

    private void Apply(InventoryAnswer answer, Inventory? other)
    {
        Revision++;
        foreach (var update in answer.Updates)
        {
            Inventory.Apply(update);
            other?.Apply(update);
        }

        if (answer.ViewIsGone)
        {
            throw VCenterFailures.ViewLost();
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (collector, view) = (_collector, _view);
        (_collector, _view, _filter, _version, _truncated) = (null, null, null, InitialVersion, 0);
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
            // The object is gone already, or ends with the session.
        }
    }
}
