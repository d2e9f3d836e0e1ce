namespace Pulse.Providers.VMware.Objects;

/// <summary>What happened to an object.</summary>
internal enum UpdateKind : byte
{
    /// <summary>Also stands for a kind that a newer release adds: a modification loses nothing.</summary>
    Modify,

    Enter,
    Leave,
}
