using System.Runtime.InteropServices;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Inventories;

/// <summary>The properties that are read of an object.</summary>
[Flags]
internal enum ObjectProperties : byte
{
    None = 0,
    Template = 1,
    ConnectionState = 2,
    Accessible = 4,

    /// <summary>The object as a whole, or a property that nobody asked for.</summary>
    Other = 8,
}

/// <summary>What the properties of an object say, as far as it counts.</summary>
[Flags]
internal enum ObjectFlags : byte
{
    None = 0,

    /// <summary>A virtual machine that is none, but the mould of some.</summary>
    Template = 1,

    /// <summary>A virtual machine that vCenter lost: orphaned, inaccessible or invalid.</summary>
    Lost = 2,

    /// <summary>A host that is disconnected or does not respond, a virtual machine on one, or a datastore that no host reaches.</summary>
    Away = 4,
}

/// <summary>All that is kept of an object: three bytes.</summary>
/// <param name="Flags">What its properties say.</param>
/// <param name="Unreadable">The properties that could not be read.</param>
/// <param name="Reason">Why they could not, if any could not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectState(ObjectFlags Flags, ObjectProperties Unreadable, UnreadableReason Reason)
{
    public bool IsTemplate => Flags.HasFlag(ObjectFlags.Template);

    public bool IsLost => Flags.HasFlag(ObjectFlags.Lost);

    public bool IsAway => Flags.HasFlag(ObjectFlags.Away);

    public bool IsUnreadable => Unreadable != ObjectProperties.None;

    /// <summary>Whether the server says that nobody is logged in (facts.md#3.6: it does so with a 200).</summary>
    public bool IsNotAuthenticated => IsUnreadable && Reason.IsNotAuthenticated;

    /// <summary>Whether both say the same of the object; of several reasons, which one is kept depends on their order.</summary>
    public bool Agrees(ObjectState other) => (Flags, Unreadable) == (other.Flags, other.Unreadable);
}

/// <summary>Why something could not be read: a category in one byte, with what may be a lost session told apart.</summary>
internal readonly record struct UnreadableReason
{
    private const byte NotAuthenticatedCode = byte.MaxValue;

    private readonly byte _code;

    private UnreadableReason(byte code) => _code = code;

    public static UnreadableReason NotAuthenticated { get; } = new(NotAuthenticatedCode);

    public bool IsNotAuthenticated => _code == NotAuthenticatedCode;

    // NotAuthenticated is a NoPermission (facts.md#2.15); of one object, inside of data, it says no more.
    public FailureCategory Category => IsNotAuthenticated ? FailureCategory.PermissionDenied : (FailureCategory)_code;

    public static UnreadableReason Of(FailureCategory category) => new((byte)category);
}
