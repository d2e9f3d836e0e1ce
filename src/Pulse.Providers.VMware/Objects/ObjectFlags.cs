namespace Pulse.Providers.VMware.Objects;

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
    Unavailable = 4,
}
