using System.Runtime.InteropServices;

namespace Pulse.Providers.VMware.Objects;

/// <summary>One object of an UpdateSet or of a page, with its current values.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectUpdate(ObjectKey Key)
{
    public UpdateKind Kind { get; init; }

    /// <summary>The properties that the update contains, also unset ones.</summary>
    public ObjectProperties Assigned { get; init; }

    /// <summary>The flags from the assigned properties.</summary>
    public ObjectFlags Flags { get; init; }

    /// <summary>The properties that could not be read.</summary>
    public ObjectProperties Missing { get; init; }

    public UnreadableReason Reason { get; init; }

    /// <summary>The state of the object after the update.</summary>
    public ObjectState ApplyTo(ObjectState before)
    {
        var start = Kind == UpdateKind.Enter ? default : before;
        var kept = start.Flags & ~FlagsOf(Assigned);
        var unreadable = (start.Unreadable & ~(Assigned | ObjectProperties.Other)) | Missing;
        return new(kept | Flags, unreadable, Missing == ObjectProperties.None ? start.Reason : Reason);
    }

    private static ObjectFlags FlagsOf(ObjectProperties properties) =>
        (properties.HasFlag(ObjectProperties.Template) ? ObjectFlags.Template : ObjectFlags.None)
        | (properties.HasFlag(ObjectProperties.ConnectionState) ? ObjectFlags.Lost | ObjectFlags.Unavailable : ObjectFlags.None)
        | (properties.HasFlag(ObjectProperties.Accessible) ? ObjectFlags.Unavailable : ObjectFlags.None);
}
