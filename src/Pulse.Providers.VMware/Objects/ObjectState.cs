using System.Runtime.InteropServices;

namespace Pulse.Providers.VMware.Objects;

/// <summary>All that is kept of an object: three bytes.</summary>
/// <param name="Flags">What its properties say.</param>
/// <param name="Unreadable">The properties that could not be read.</param>
/// <param name="Reason">Why they could not, if any could not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectState(ObjectFlags Flags, ObjectProperties Unreadable, UnreadableReason Reason)
{
    public bool IsTemplate => Flags.HasFlag(ObjectFlags.Template);

    public bool IsLost => Flags.HasFlag(ObjectFlags.Lost);

    public bool IsUnavailable => Flags.HasFlag(ObjectFlags.Unavailable);

    public bool IsUnreadable => Unreadable != ObjectProperties.None;

    /// <summary>Whether the server says that nobody is logged in (facts.md#3.6: it does so with a 200).</summary>
    public bool IsNotAuthenticated => IsUnreadable && Reason.IsNotAuthenticated;

    /// <summary>Whether both say the same of the object; of several reasons, which one is kept depends on their order.</summary>
    public bool Matches(ObjectState other) => (Flags, Unreadable) == (other.Flags, other.Unreadable);
}
