namespace Pulse.Providers.VMware.Objects;

/// <summary>What happened to an object.</summary>
internal enum UpdateKind : byte
{
    /// <summary>Also what a release calls in a way that is not known: nothing is lost by it.</summary>
    Modify,

    Enter,
    Leave,
}
