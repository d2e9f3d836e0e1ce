using System.Runtime.InteropServices;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Something that is wrong with objects and makes one issue: unreadable for a reason, away, lost, or of an unknown type.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trouble
{
    private static readonly int Categories = Enum.GetValues<FailureCategory>().Length;

    private Trouble(int index, ObjectKind? kind = null) => (Index, Kind) = (index, kind);

    /// <summary>Hosts that are disconnected or do not respond.</summary>
    public static Trouble HostAway { get; } = new(Categories, ObjectKind.Host);

    /// <summary>Virtual machines on such hosts.</summary>
    public static Trouble MachineAway { get; } = new(Categories + 1, ObjectKind.VirtualMachine);

    /// <summary>Datastores that no host reaches.</summary>
    public static Trouble DatastoreAway { get; } = new(Categories + 2, ObjectKind.Datastore);

    /// <summary>Virtual machines that are orphaned, inaccessible or invalid.</summary>
    public static Trouble Lost { get; } = new(Categories + 3, ObjectKind.VirtualMachine);

    public static Trouble UnknownType { get; } = new(Categories + 4, ObjectKind.Other);

    /// <summary>All there are, in the order in which issues are shown.</summary>
    public static IReadOnlyList<Trouble> All { get; } =
        [.. Enum.GetValues<FailureCategory>().Select(Unreadable), HostAway, MachineAway, DatastoreAway, Lost, UnknownType];

    public int Index { get; }

    /// <summary>The only kind of objects that has it; null for every kind.</summary>
    public ObjectKind? Kind { get; }

    public FailureCategory Category => Index < Categories ? (FailureCategory)Index
        : this == UnknownType ? FailureCategory.Unknown
        : FailureCategory.Unavailable;

    public static Trouble Unreadable(FailureCategory category) => new((int)category);

    public bool Concerns(ObjectKind kind, ObjectState state) =>
        Kind is null ? state.IsUnreadable && state.Reason.Category == Category
        : Kind == kind && (this == UnknownType || (this == Lost ? state.IsLost : state.IsAway));
}
