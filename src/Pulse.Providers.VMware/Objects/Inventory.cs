using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Objects;

/// <summary>The objects of one vCenter, a few bytes each, and their counts, which change with each update.</summary>
/// <param name="ids">Keeps the ids of the objects.</param>
/// <param name="limits">Limit the number of objects.</param>
internal sealed class Inventory(ObjectIds ids, ReadLimits limits)
{
    private static readonly IssueKind[] IssuesOfOneKind = [.. IssueKind.All.Where(issue => issue.Kind is not null)];

    private readonly Dictionary<ObjectKey, ObjectState> _objects = [];
    private readonly int[] _kinds = new int[ObjectKinds.Count];
    private readonly int[] _objectsByIssue = new int[IssueKind.All.Count];
    private readonly int[] _machinesByIssue = new int[IssueKind.All.Count];

    public int Count => _objects.Count;

    public int TemplateCount { get; private set; }

    /// <summary>The number of objects that the server refuses because the session is not logged in.</summary>
    public int NotAuthenticatedCount { get; private set; }

    /// <summary>The number of objects of which Pulse reads a property.</summary>
    public int ProbedCount => _kinds[(int)ObjectKind.Host] + _kinds[(int)ObjectKind.VirtualMachine] + _kinds[(int)ObjectKind.Datastore];

    /// <summary>The number of objects of a kind; templates are not counted as virtual machines.</summary>
    public int CountOf(ObjectKind kind) => _kinds[(int)kind] - (kind == ObjectKind.VirtualMachine ? TemplateCount : 0);

    public int CountOf(IssueKind issue) => _objectsByIssue[issue.Index];

    /// <summary>Whether all objects with an issue are virtual machines.</summary>
    public bool IsOfMachines(IssueKind issue) => _machinesByIssue[issue.Index] == _objectsByIssue[issue.Index];

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

    /// <summary>One object of a kind, always the same as long as nothing changes; null if there is none.</summary>
    public ObjectKey? FirstOf(ObjectKind kind)
    {
        ObjectKey? first = null;
        foreach (var key in _objects.Keys)
        {
            first = key.Kind == kind && (first is null || key.Packed < first.Value.Packed) ? key : first;
        }

        return first;
    }

    /// <summary>The first objects with an issue, always the same ones as long as nothing changes.</summary>
    public IEnumerable<ObjectKey> ExamplesOf(IssueKind issue, int count) => _objects
        .Where(entry => issue.Concerns(entry.Key.Kind, entry.Value))
        .Select(entry => entry.Key)
        .OrderBy(key => key.Packed)
        .Take(count);

    /// <summary>The number of objects that only one of the two inventories has, or that have different states.</summary>
    public int DifferencesFrom(Inventory other) =>
        _objects.Count(entry => !other._objects.TryGetValue(entry.Key, out var state) || !state.Matches(entry.Value))
        + other._objects.Keys.Count(key => !_objects.ContainsKey(key));

    private void Tally(ObjectKind kind, ObjectState state, int by)
    {
        _kinds[(int)kind] += by;
        TemplateCount += state.IsTemplate ? by : 0;
        NotAuthenticatedCount += state.IsNotAuthenticated ? by : 0;
        if (state.IsUnreadable)
        {
            Tally(IssueKind.Unreadable(state.Reason.Category), kind, by);
        }

        foreach (var issue in IssuesOfOneKind)
        {
            if (issue.Concerns(kind, state))
            {
                Tally(issue, kind, by);
            }
        }
    }

    private void Tally(IssueKind issue, ObjectKind kind, int by)
    {
        _objectsByIssue[issue.Index] += by;
        _machinesByIssue[issue.Index] += kind == ObjectKind.VirtualMachine ? by : 0;
    }
}
