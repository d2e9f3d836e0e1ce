namespace Pulse.Providers.VMware.Objects;

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
