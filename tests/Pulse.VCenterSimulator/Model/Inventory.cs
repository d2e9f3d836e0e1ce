namespace Pulse.Simulation;

/// <summary>The managed entities of one vCenter. Safe to read and to change from any thread; property filters report the changes.</summary>
public sealed partial class Inventory
{
    private readonly Dictionary<string, ManagedEntity> _entities = [];
    private readonly InventoryLog _log = new();
    private TaskCompletionSource? _waiters;
    private int _lastMoId;

    internal Inventory(VCenterSimulatorOptions options)
    {
        Role = options.Role;
        RootFolder = new Folder($"group-d{NextMoId()}", "Datacenters", parent: null, FolderKind.Datacenter);
        Add(RootFolder);
        Populate(options);
        _log.ForgetAll();
    }

    /// <summary>The role of the user on the root folder.</summary>
    public SimulatedRole Role { get; set; }

    public Folder RootFolder { get; }

    public IReadOnlyList<VirtualMachine> VirtualMachines => All<VirtualMachine>(machine => !machine.IsTemplate);

    public IReadOnlyList<VirtualMachine> Templates => All<VirtualMachine>(machine => machine.IsTemplate);

    public IReadOnlyList<HostSystem> Hosts => All<HostSystem>();

    public IReadOnlyList<Datastore> Datastores => All<Datastore>();

    public IReadOnlyList<Datacenter> Datacenters => All<Datacenter>();

    public IReadOnlyList<ComputeResource> Clusters => All<ComputeResource>(resource => resource.IsCluster);

    internal Lock Gate { get; } = new();

    /// <summary>Counts the changes.</summary>
    internal long Version
    {
        get
        {
            lock (Gate)
            {
                return _log.Version;
            }
        }
    }

    /// <summary>A snapshot of the entities of one class.</summary>
    public IReadOnlyList<TEntity> All<TEntity>(Func<TEntity, bool>? predicate = null)
        where TEntity : ManagedEntity
    {
        lock (Gate)
        {
            return [.. _entities.Values.OfType<TEntity>().Where(predicate ?? (static _ => true))];
        }
    }

    public ManagedEntity? Find(string moId)
    {
        lock (Gate)
        {
            return _entities.GetValueOrDefault(moId);
        }
    }

    public bool Remove(ManagedEntity entity)
    {
        lock (Gate)
        {
            if (!_entities.Remove(entity.Reference.Value))
            {
                return false;
            }

            Log(new(entity, ChangeKind.Removed, ManagedEntity.Everything));
            entity.Inventory = null;
            return true;
        }
    }

    internal ManagedEntity[] ChildrenOf(ManagedEntity parent)
    {
        lock (Gate)
        {
            return [.. _entities.Values.Where(entity => ReferenceEquals(entity.Parent, parent))];
        }
    }

    /// <summary>The matching entities, and the version of the inventory at that moment.</summary>
    internal (ManagedEntity[] Entities, long Version) Snapshot(Func<ManagedEntity, bool> predicate)
    {
        lock (Gate)
        {
            return ([.. _entities.Values.Where(predicate)], _log.Version);
        }
    }

    /// <summary>The changes after the version; null if the log does not reach back to it.</summary>
    internal (InventoryChange[]? Changes, long Version) ChangesSince(long version)
    {
        lock (Gate)
        {
            // Usually nothing has changed. This case allocates nothing.
            return (version == _log.Version ? [] : _log.Since(version), _log.Version);
        }
    }

    /// <summary>Completes with the first change after the version.</summary>
    internal Task ChangeAfter(long version)
    {
        lock (Gate)
        {
            return _log.Version > version
                ? Task.CompletedTask
                : (_waiters ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    internal void LogModified(ManagedEntity entity, ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            Log(new(entity, ChangeKind.Modified, path));
        }
    }

    private TEntity Add<TEntity>(TEntity entity)
        where TEntity : ManagedEntity
    {
        lock (Gate)
        {
            _entities.Add(entity.Reference.Value, entity);
            entity.Inventory = this;
            Log(new(entity, ChangeKind.Created, ManagedEntity.Everything));
            return entity;
        }
    }

    private void Log(InventoryChange change)
    {
        _log.Add(change);
        _waiters?.SetResult();
        _waiters = null;
    }

    private int NextMoId() => Interlocked.Increment(ref _lastMoId);
}
