using System.Runtime.InteropServices;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Objects;

/// <summary>The kinds of issues: unreadable for a reason, unavailable, lost, or of an unknown type.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IssueKind
{
    private static readonly int Categories = Enum.GetValues<FailureCategory>().Length;

    private IssueKind(int index, ObjectKind? kind = null) => (Index, Kind) = (index, kind);

    /// <summary>Hosts that are disconnected or do not respond.</summary>
    public static IssueKind HostDisconnected { get; } = new(Categories, ObjectKind.Host);

    /// <summary>Virtual machines on such hosts.</summary>
    public static IssueKind MachineOnDisconnectedHost { get; } = new(Categories + 1, ObjectKind.VirtualMachine);

    /// <summary>Datastores that no host reaches.</summary>
    public static IssueKind DatastoreInaccessible { get; } = new(Categories + 2, ObjectKind.Datastore);

    /// <summary>Virtual machines that are orphaned, inaccessible or invalid.</summary>
    public static IssueKind MachineLost { get; } = new(Categories + 3, ObjectKind.VirtualMachine);

    public static IssueKind UnknownType { get; } = new(Categories + 4, ObjectKind.Other);

    /// <summary>All kinds, in the order in which issues are shown.</summary>
    public static IReadOnlyList<IssueKind> All { get; } =
        [.. Enum.GetValues<FailureCategory>().Select(Unreadable), HostDisconnected, MachineOnDisconnectedHost, DatastoreInaccessible, MachineLost, UnknownType];

    public int Index { get; }

    /// <summary>The only kind of objects with this issue; null for every kind.</summary>
    public ObjectKind? Kind { get; }

    public FailureCategory Category => Index < Categories ? (FailureCategory)Index
        : this == UnknownType ? FailureCategory.Unknown
        : FailureCategory.Unavailable;

    public static IssueKind Unreadable(FailureCategory category) => new((int)category);

    public bool Concerns(ObjectKind kind, ObjectState state) =>
        Kind is null ? state.IsUnreadable && state.Reason.Category == Category
        : Kind == kind && (this == UnknownType || (this == MachineLost ? state.IsLost : state.IsUnavailable));
}
