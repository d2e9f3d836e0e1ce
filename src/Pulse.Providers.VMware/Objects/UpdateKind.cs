namespace Pulse.Providers.VMware.Objects;

/// <summary>The change of an object.</summary>
internal enum UpdateKind : byte
{
    /// <summary>Also used for a kind that a newer release adds: a modification loses nothing.</summary>
    Modify,

    Enter,
    Leave,
}
