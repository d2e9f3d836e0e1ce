using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Reads the inventory in one session, and describes its issues.</summary>
internal sealed class InventoryReader
{
    private readonly InventoryFeed _feed;
    private readonly InventoryVerifier _verifier;
    private readonly PropertyCollectorApi _api;
    private readonly ObjectIds _ids;
    private int _generation;
    private Dictionary<ObjectKey, string> _names = [];
    private IReadOnlyList<ObservedIssue> _issues = [];
    private int? _revision;

    public InventoryReader(
        ViJsonSession viJson, ServiceContent content, Guid? connectionId, TimeProvider clock, ILogger logger)
    {
        var limits = viJson.Http.Limits;
        _ids = new ObjectIds(limits);
        _api = new PropertyCollectorApi(viJson, content, _ids);
        _feed = new InventoryFeed(_api, _ids, limits, clock);
        _verifier = new InventoryVerifier(_feed, _api, () => new Inventory(_ids, limits), connectionId, clock, logger);
    }

    public Inventory Inventory => _feed.Inventory;

    /// <summary>False while the first read is not complete: its data is kept, and the next read continues from there.</summary>
    public bool IsWhole => _feed.IsWhole;

    public IReadOnlyList<ObservedIssue> Issues => _issues;

    /// <summary>Whether the last description differs from the one before.</summary>
    public bool HasChanged { get; private set; }

    /// <param name="timeLeft">The remaining time.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False if a 200 shows that the session is not logged in: most of the read needs no privileges (facts.md#3.6).</returns>
    public async Task<bool> ReadAsync(Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        var notAuthenticated = Inventory.NotAuthenticatedCount;
        await _feed.UpdateAsync(other: null, timeLeft, cancellationToken);
        return await _verifier.VerifyAsync(timeLeft, cancellationToken) && Inventory.NotAuthenticatedCount <= notAuthenticated;
    }

    /// <summary>One object of a managed object type; null if there is none.</summary>
    public ManagedObjectReference? FirstOf(string type) =>
        Inventory.FirstOf(ObjectKinds.Of(type)) is { } key ? new(type, Inventory.IdOf(key)) : null;

    /// <summary>The name of an object; its id if the account may not read the name.</summary>
    public async Task<string> NameAsync(ManagedObjectReference entity, CancellationToken cancellationToken)
    {
        try
        {
            return await _api.NameAsync(entity, cancellationToken) is { Length: > 0 } name ? name : entity.Value;
        }
        catch (PlatformFailureException failure) when (failure is not VCenterFailureException { SessionLost: true })
        {
            return entity.Value;
        }
    }

    /// <summary>Describes the issues of the inventory, with names. Reads the names only after a change.</summary>
    public async Task DescribeAsync(CancellationToken cancellationToken)
    {
        HasChanged = _revision != _feed.Revision;
        if (HasChanged && IsWhole)
        {
            await NameIssuesAsync(cancellationToken);
            _revision = _feed.Revision;
        }
    }

    private async Task NameIssuesAsync(CancellationToken cancellationToken)
    {
        if (_generation != _ids.Generation)
        {
            (_names, _generation) = ([], _ids.Generation);
        }

        var names = new Dictionary<ObjectKey, string>();
        var issues = new List<ObservedIssue>();
        foreach (var issue in IssueKind.All.Where(issue => Inventory.CountOf(issue) > 0))
        {
            var examples = Inventory.ExamplesOf(issue, InventorySummary.NamesShown).ToList();
            foreach (var key in examples)
            {
                names[key] = _names.GetValueOrDefault(key) ?? await NameAsync(key, cancellationToken);
            }

            issues.Add(InventorySummary.IssueOf(issue, Inventory, ObjectName.Distinguish([.. examples.Select(key => (names[key], Inventory.IdOf(key)))])));
        }

        (_names, _issues) = (names, issues);
    }

    private async Task<string> NameAsync(ObjectKey key, CancellationToken cancellationToken) =>
        ObjectKinds.TypeOf(key.Kind) is { } type
            ? await NameAsync(new ManagedObjectReference(type, Inventory.IdOf(key)), cancellationToken)
            : Inventory.IdOf(key);
}
