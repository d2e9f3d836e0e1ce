using Pulse.PlatformConnections.Testing;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>Something that is wrong with objects and makes one issue: unreadable for a reason, lost, or of an unknown type.</summary>
internal readonly record struct Trouble
{
    private static readonly int Categories = Enum.GetValues<FailureCategory>().Length;

    private Trouble(int index) => Index = index;

    public static Trouble Lost { get; } = new(Categories);

    public static Trouble UnknownType { get; } = new(Categories + 1);

    /// <summary>All there are, in the order in which issues are shown.</summary>
    public static IReadOnlyList<Trouble> All { get; } =
        [.. Enum.GetValues<FailureCategory>().Select(Unreadable), Lost, UnknownType];

    public int Index { get; }

    public FailureCategory Category => this == Lost ? FailureCategory.Unavailable
        : this == UnknownType ? FailureCategory.Unknown
        : (FailureCategory)Index;

    public static Trouble Unreadable(FailureCategory category) => new((int)category);

    public bool Concerns(ObjectKind kind, ObjectState state) =>
        this == Lost ? kind == ObjectKind.VirtualMachine && state.IsLost
        : this == UnknownType ? kind == ObjectKind.Other
        : state.IsUnreadable && state.Reason.Category == Category;
}
