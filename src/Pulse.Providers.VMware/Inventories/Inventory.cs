using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>The objects of one vCenter, a few bytes each, and their counts, which are kept up to date and never counted again.</summary>
/// <param name="ids">Keeps the ids of the objects.</param>
/// <param name="limits">Say how many objects there may be.</param>
internal sealed class Inventory(ObjectIds ids, ReadLimits limits)
{
    private static readonly Trouble[] TroublesOfAKind = [.. Trouble.All.Where(trouble => trouble.Kind is not null)];

    private readonly Dictionary<ObjectKey, ObjectState> _objects = [];
    private readonly int[] _kinds = new int[ObjectKinds.Count];
    private readonly int[] _troubled = new int[Trouble.All.Count];
    private readonly int[] _troubledMachines = new int[Trouble.All.Count];

    public int Count => _objects.Count;

    public int TemplateCount { get; private set; }

    /// <summary>The objects of which the server says that nobody is logged in.</summary>
    public int NotAuthenticatedCount { get; private set; }

    /// <summary>The objects of which a property is read.</summary>
    public int ProbedCount => _kinds[(int)ObjectKind.Host] + _kinds[(int)ObjectKind.VirtualMachine] + _kinds[(int)ObjectKind.Datastore];

    /// <summary>The objects that are there, machines and templates apart from each other.</summary>
    public int CountOf(ObjectKind kind) => _kinds[(int)kind] - (kind == ObjectKind.VirtualMachine ? TemplateCount : 0);

    public int CountOf(Trouble trouble) => _troubled[trouble.Index];

    /// <summary>Whether all objects in a trouble are virtual machines.</summary>
    public bool IsOfMachines(Trouble trouble) => _troubledMachines[trouble.Index] == _troubled[trouble.Index];

    public string IdOf(ObjectKey key) => ids.TextOf(key);

    public void Apply(ObjectUpdate update)
    {
        if (_objects.TryGetValue(update.Key, out var before))
        {
            Tally(update.Key.Kind, before, -1);
        }

        if (update.Kind == UpdateKind.Leave)
        {
            _objects.Remove(update.Key);
            return;
        }

        var after = update.ApplyTo(before);
        _objects[update.Key] = after;
        if (_objects.Count > limits.Objects)
        {
            throw ReadLimits.Exceeded(nameof(ReadLimits.Objects), limits.Objects, "objects");
        }

        Tally(update.Key.Kind, after, +1);
    }

    /// <summary>One object of a kind, always the same as long as nothing changes; null when there is none.</summary>
    public ObjectKey? FirstOf(ObjectKind kind)
    {
        ObjectKey? first = null;
        foreach (var key in _objects.Keys)
        {
            first = key.Kind == kind && (first is null || key.Packed < first.Value.Packed) ? key : first;
        }

        return first;
    }

    /// <summary>The first objects in a trouble, always the same ones as long as nothing changes.</summary>
    public IEnumerable<ObjectKey> ExamplesOf(Trouble trouble, int count) => _objects
        .Where(entry => trouble.Concerns(entry.Key.Kind, entry.Value))
        .Select(entry => entry.Key)
        .OrderBy(key => key.Packed)
        .Take(count);

    /// <summary>The number of objects that only one of the two has, or of which they keep different things.</summary>
    public int DifferencesFrom(Inventory other) =>
        _objects.Count(entry => !other._objects.TryGetValue(entry.Key, out var state) || !state.Agrees(entry.Value))
        + other._objects.Keys.Count(key => !_objects.ContainsKey(key));

    private void Tally(ObjectKind kind, ObjectState state, int by)
    {
        _kinds[(int)kind] += by;
        TemplateCount += state.IsTemplate ? by : 0;
        NotAuthenticatedCount += state.IsNotAuthenticated ? by : 0;
        if (state.IsUnreadable)
        {
            Tally(Trouble.Unreadable(state.Reason.Category), kind, by);
        }

        foreach (var trouble in TroublesOfAKind)
        {
            if (trouble.Concerns(kind, state))
            {
                Tally(trouble, kind, by);
            }
        }
    }

    private void Tally(Trouble trouble, ObjectKind kind, int by)
    {
        _troubled[trouble.Index] += by;
        _troubledMachines[trouble.Index] += kind == ObjectKind.VirtualMachine ? by : 0;
    }
}
