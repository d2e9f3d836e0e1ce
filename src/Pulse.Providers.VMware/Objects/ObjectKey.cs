namespace Pulse.Providers.VMware.Objects;

/// <summary>An object of a vCenter in eight bytes: its kind, and its id as <see cref="ObjectIds"/> keeps it.</summary>
internal readonly record struct ObjectKey(ulong Packed)
{
    private const int KindShift = 60;
    private const int PrefixShift = 32;

    public ObjectKey(ObjectKind kind, int prefix, uint number)
        : this(((ulong)kind << KindShift) | ((ulong)prefix << PrefixShift) | number)
    {
    }

    public ObjectKind Kind => (ObjectKind)(Packed >> KindShift);

    public int Prefix => (int)(Packed >> PrefixShift) & 0x0FFF_FFFF;

    public uint Number => (uint)Packed;
}
