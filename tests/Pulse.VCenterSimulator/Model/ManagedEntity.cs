namespace Pulse.Simulation;

/// <summary>An object of the inventory. If a property is set, property filters report the change.</summary>
public abstract class ManagedEntity
{
    /// <summary>The change path for all properties.</summary>
    internal const string Everything = "";

    private protected ManagedEntity(string type, string moId, string name, ManagedEntity? parent)
    {
        Reference = new(type, moId);
        Name = name;
        Parent = parent;
    }

    public ManagedObjectReference Reference { get; }

    public ManagedEntity? Parent { get; }

    public string Name { get; set => Set(ref field, value, "name", "summary.name", "config.name", "summary.config.name"); }

    public ObjectAccess Access { get; set => Set(ref field, value, Everything); }

    // facts.md#3.12: overallStatus raises no update.
    public ManagedEntityStatus OverallStatus { get; set; } = ManagedEntityStatus.Green;

    internal Inventory? Inventory { get; set; }

    /// <summary>The objects that contain this one, other than its parent: the host and the resource pool of a virtual machine.</summary>
    internal virtual IEnumerable<ManagedEntity?> Placement => [];

    private protected void Set<TValue>(ref TValue field, TValue value, params ReadOnlySpan<string> paths)
    {
        if (Inventory is null)
        {
            field = value;
            return;
        }

        lock (Inventory.Gate)
        {
            if (EqualityComparer<TValue>.Default.Equals(field, value))
            {
                return;
            }

            field = value;
            Inventory.LogModified(this, paths);
        }
    }

    /// <summary>Whether this object is in the container: directly or, for a recursive view, on any level.</summary>
    internal bool IsIn(ManagedEntity container, bool recursive)
    {
        foreach (var place in Placement.Prepend(Parent))
        {
            if (place is not null && (ReferenceEquals(place, container) || (recursive && place.IsIn(container, recursive))))
            {
                return true;
            }
        }

        return false;
    }
}
