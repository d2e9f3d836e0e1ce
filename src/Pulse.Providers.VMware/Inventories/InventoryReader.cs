using Microsoft.Extensions.Logging;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Reads the inventory in one session, and names what is wrong in it.</summary>
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
        ViJsonApi viJson, ServiceContent content, string sessionId, Guid? connectionId, TimeProvider clock, ILogger logger)
    {
        var limits = viJson.Http.Limits;
        _ids = new ObjectIds(limits);
        _api = new PropertyCollectorApi(viJson, content, sessionId, _ids);
        _feed = new InventoryFeed(_api, _ids, limits, clock);
        _verifier = new InventoryVerifier(_feed, _api, () => new Inventory(_ids, limits), connectionId, clock, logger);
    }

    public Inventory Inventory => _feed.Inventory;

    /// <summary>False while the first read is under way: what was read is kept, and the next read goes on from there.</summary>
    public bool IsWhole => _feed.IsWhole;

    public IReadOnlyList<ObservedIssue> Issues => _issues;

    /// <summary>Whether the last description is another one than that before.</summary>
    public bool HasChanged { get; private set; }

    /// <param name="timeLeft">How much longer it may take.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>False when what was read says that nobody is logged in, in a 200: most of it needs no rights (facts.md#3.6).</returns>
    public async Task<bool> ReadAsync(Func<TimeSpan> timeLeft, CancellationToken cancellationToken)
    {
        var notAuthenticated = Inventory.NotAuthenticatedCount;
        await _feed.UpdateAsync(beside: null, timeLeft, cancellationToken);
        return await _verifier.VerifyAsync(timeLeft, cancellationToken) && Inventory.NotAuthenticatedCount <= notAuthenticated;
    }

    /// <summary>One object of a managed object type; null when there is none.</summary>
    public ManagedObjectReference? FirstOf(string type) =>
        Inventory.FirstOf(ObjectKinds.Of(type)) is { } key ? new(type, Inventory.IdOf(key)) : null;

    /// <summary>The name of an object; its id where the account may not read that either.</summary>
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

    /// <summary>Makes the issues of what was read; asks for the names in them when something changed.</summary>
    public async Task DescribeAsync(CancellationToken cancellationToken)
    {
        HasChanged = _revision != _feed.Revision;
        if (HasChanged && IsWhole)
        {
            await NameTroublesAsync(cancellationToken);
            _revision = _feed.Revision;
        }
    }

    private async Task NameTroublesAsync(CancellationToken cancellationToken)
    {
        if (_generation != _ids.Generation)
        {
            (_names, _generation) = ([], _ids.Generation);
        }

        var names = new Dictionary<ObjectKey, string>();
        var issues = new List<ObservedIssue>();
        foreach (var trouble in Trouble.All.Where(trouble => Inventory.CountOf(trouble) > 0))
        {
            var examples = Inventory.ExamplesOf(trouble, InventorySummary.NamesShown).ToList();
            foreach (var key in examples)
            {
                names[key] = _names.GetValueOrDefault(key) ?? await NameAsync(key, cancellationToken);
            }

            issues.Add(InventorySummary.IssueOf(trouble, Inventory, ObjectName.Distinguish([.. examples.Select(key => (names[key], Inventory.IdOf(key)))])));
        }

        (_names, _issues) = (names, issues);
    }

    private async Task<string> NameAsync(ObjectKey key, CancellationToken cancellationToken) =>
        ObjectKinds.TypeOf(key.Kind) is { } type
            ? await NameAsync(new ManagedObjectReference(type, Inventory.IdOf(key)), cancellationToken)
            : Inventory.IdOf(key);
}
