namespace Pulse.Providers.VMware.Objects;

/// <summary>The states of an object that Pulse counts.</summary>
[Flags]
internal enum ObjectFlags : byte
{
    None = 0,

    /// <summary>A virtual machine template, which is not counted as a machine.</summary>
    Template = 1,

    /// <summary>A virtual machine that vCenter lost: orphaned, inaccessible or invalid.</summary>
    Lost = 2,

    /// <summary>A host that is disconnected or does not respond, a virtual machine on one, or a datastore that no host reaches.</summary>
    Unavailable = 4,
}
