using Pulse.PlatformConnections.Testing;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>An object of a vCenter: its kind and its id (moId).</summary>
internal readonly record struct InventoryKey(ObjectKind Kind, string Id);

/// <summary>What is kept of an object.</summary>
/// <param name="Name">Null when it is unreadable.</param>
/// <param name="IsTemplate">Whether a virtual machine is none, but the mould of some.</param>
/// <param name="IsLost">Whether vCenter lost a virtual machine: orphaned, inaccessible or invalid.</param>
/// <param name="Unreadable">Why a property that is needed could not be read; null when all could.</param>
internal readonly record struct InventoryEntry(string? Name, bool IsTemplate, bool IsLost, FailureCategory? Unreadable);

/// <summary>The objects of one vCenter, one small record each.</summary>
internal sealed class Inventory
{
    private readonly Dictionary<InventoryKey, InventoryEntry> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Whether the server said of some object that nobody is logged in (facts 3: it does so with a 200).</summary>
    public bool HasNotAuthenticated { get; private set; }

    /// <summary>Whether the server withheld the rest, so that what is here is a part.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Whether something could be read of some object.</summary>
    public bool HasReadable => _entries.Values.Any(entry => entry.Unreadable is null);

    /// <summary>The objects that are there, machines and templates apart from each other.</summary>
    public int CountOf(ObjectKind kind) => _entries.Count(entry => entry.Key.Kind == kind && !entry.Value.IsTemplate);

    public int TemplateCount => _entries.Values.Count(entry => entry.IsTemplate);

    public IEnumerable<KeyValuePair<InventoryKey, InventoryEntry>> Where(Func<InventoryEntry, bool> condition) =>
        _entries.Where(entry => condition(entry.Value));

    public void Add(ObjectContent content)
    {
        if (ObjectKinds.Of(content.Obj.Type) is not { } kind)
        {
            return;
        }

        var entry = new InventoryEntry();
        foreach (var property in content.PropSet ?? [])
        {
            entry = Apply(entry, kind, property);
        }

        foreach (var missing in content.MissingSet ?? [])
        {
            if (missing.Fault?.Name == Faults.ManagedObjectNotFound)
            {
                // Deleted while it was read.
                return;
            }

            HasNotAuthenticated |= missing.Fault?.Name == Faults.NotAuthenticated;
            entry = entry with { Unreadable = VCenterFailures.CategoryOf(missing.Fault?.Name) };
        }

        _entries[new(kind, content.Obj.Value)] = entry;
    }

    private static InventoryEntry Apply(InventoryEntry entry, ObjectKind kind, DynamicProperty property) => property.Name switch
    {
        ObjectKinds.NameProperty => entry with { Name = property.Val.Text },
        ObjectKinds.TemplateProperty => entry with { IsTemplate = property.Val.Flag ?? false },
        ObjectKinds.ConnectionStateProperty when kind == ObjectKind.VirtualMachine =>
            entry with { IsLost = property.Val.Text is "orphaned" or "inaccessible" or "invalid" },
        _ => entry,
    };
}
