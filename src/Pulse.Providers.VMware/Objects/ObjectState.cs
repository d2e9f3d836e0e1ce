using System.Runtime.InteropServices;

namespace Pulse.Providers.VMware.Objects;

/// <summary>The state that Pulse keeps of an object, in three bytes.</summary>
/// <param name="Flags">The flags from its properties.</param>
/// <param name="Unreadable">The properties that could not be read.</param>
/// <param name="Reason">The reason why they could not be read.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectState(ObjectFlags Flags, ObjectProperties Unreadable, UnreadableReason Reason)
{
    public bool IsTemplate => Flags.HasFlag(ObjectFlags.Template);

    public bool IsLost => Flags.HasFlag(ObjectFlags.Lost);

    public bool IsUnavailable => Flags.HasFlag(ObjectFlags.Unavailable);

    public bool IsUnreadable => Unreadable != ObjectProperties.None;

    /// <summary>Whether the server reports that the session is not logged in (facts.md#3.6: it does so with a 200).</summary>
    public bool IsNotAuthenticated => IsUnreadable && Reason.IsNotAuthenticated;

    /// <summary>Whether both states are the same. The reason is not compared: of several reasons, their order decides which one is kept.</summary>
    public bool Matches(ObjectState other) => (Flags, Unreadable) == (other.Flags, other.Unreadable);
}
