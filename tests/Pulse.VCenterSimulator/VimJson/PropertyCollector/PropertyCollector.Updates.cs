namespace Pulse.Simulation;

internal sealed partial class PropertyCollector
{
    /// <summary>The number of older versions that stay usable, for a client that lost an answer (facts.md#3.10).</summary>
    private const int VersionsKept = 8;

    private readonly Dictionary<string, Position> _positions = [];
    private int _lastNumber;

    /// <summary>The changes since the version; null if there are none. The empty version starts over.</summary>
    public UpdateSet? Next(Inventory inventory, string version, int maximum)
    {
        lock (_gate)
        {
            var position = PositionOf(version);
            if (position.Rest.Count > 0)
            {
                // The version of a truncated set is usable once.
                _positions.Remove(version);
                return Cut(position.Rest, position.InventoryVersion, maximum);
            }

            var (updates, inventoryVersion) = Collect(inventory, position);
            if (updates.Count > 0)
            {
                return Cut(updates.ToArray(), inventoryVersion, maximum);
            }

            if (version.Length > 0)
            {
                _positions[version] = position with { InventoryVersion = inventoryVersion };
            }

            return null;
        }
    }

    private Position PositionOf(string version)
    {
        if (version.Length == 0)
        {
            return new(Number: 0, InventoryVersion: 0, Rest: []);
        }

        return _positions.TryGetValue(version, out var position) ? position : throw VimFault.InvalidCollectorVersion.Exception();
    }

    private (List<ObjectUpdate> Updates, long InventoryVersion) Collect(Inventory inventory, Position position)
    {
        var known = _filters.FindAll(filter => filter.EnteredIn <= position.Number);
        var changes = Array.Empty<InventoryChange>();
        long inventoryVersion;
        List<ObjectUpdate> updates = [];
        if (known.Count == _filters.Count)
        {
            (var since, inventoryVersion) = inventory.ChangesSince(position.InventoryVersion);
            changes = since ?? throw VimFault.InvalidCollectorVersion.Exception();
        }
        else
        {
            (var entities, inventoryVersion) = inventory.Snapshot(static _ => true);
            foreach (var filter in _filters.Except(known))
            {
                filter.EnteredIn = _lastNumber + 1;
                AddEnters(updates, filter, entities);
            }

            if (known.Count > 0)
            {
                (var since, _) = inventory.ChangesSince(position.InventoryVersion);
                changes = since ?? throw VimFault.InvalidCollectorVersion.Exception();
            }
        }

        if (changes.Length > 0)
        {
            var byEntity = Fold(changes);
            foreach (var filter in known)
            {
                AddChanges(updates, filter, byEntity);
            }
        }

        return (updates, inventoryVersion);
    }

    private static void AddEnters(List<ObjectUpdate> updates, PropertyFilter filter, ManagedEntity[] entities)
    {
        foreach (var entity in entities)
        {
            if (filter.Plan.PropertiesOf(entity) is { } properties)
            {
                updates.Add(new(filter, entity, "enter", properties));
            }
        }
    }

    private static void AddChanges(List<ObjectUpdate> updates, PropertyFilter filter, Dictionary<ManagedEntity, Change> changes)
    {
        foreach (var (entity, change) in changes)
        {
            if (filter.Plan.PropertiesOf(entity) is not { } properties || (change.Created && change.Removed))
            {
                continue;
            }

            if (change.Removed)
            {
                updates.Add(new(filter, entity, "leave", []));
            }
            else if (change.Created)
            {
                updates.Add(new(filter, entity, "enter", properties));
            }
            else if (Array.FindAll(properties, property => change.Paths.Exists(property.IsAffectedBy)) is { Length: > 0 } changed)
            {
                updates.Add(new(filter, entity, "modify", changed));
            }
        }
    }

    private static Dictionary<ManagedEntity, Change> Fold(InventoryChange[] changes)
    {
        Dictionary<ManagedEntity, Change> byEntity = [];
        foreach (var (entity, kind, path) in changes)
        {
            if (!byEntity.TryGetValue(entity, out var change))
            {
                byEntity.Add(entity, change = new());
            }

            change.Created |= kind is ChangeKind.Created;
            change.Removed |= kind is ChangeKind.Removed;
            change.Paths.Add(path);
        }

        return byEntity;
    }

    private UpdateSet Cut(ArraySegment<ObjectUpdate> updates, long inventoryVersion, int maximum)
    {
        var number = ++_lastNumber;
        var version = number.ToString();
        var truncated = updates.Count > maximum;
        _positions[version] = new(number, inventoryVersion, truncated ? updates[maximum..] : []);
        _positions.Remove((number - VersionsKept).ToString());
        return new(version, truncated, truncated ? updates[..maximum] : updates);
    }

    /// <summary>The progress of a client that holds a version.</summary>
    private readonly record struct Position(int Number, long InventoryVersion, ArraySegment<ObjectUpdate> Rest);

    private sealed class Change
    {
        public bool Created { get; set; }

        public bool Removed { get; set; }

        public List<string> Paths { get; } = [];
    }
}
