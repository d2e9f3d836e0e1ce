namespace Pulse.Providers.VMware.Objects;

/// <summary>The properties that Pulse reads of an object.</summary>
[Flags]
internal enum ObjectProperties : byte
{
    None = 0,
    Template = 1,
    ConnectionState = 2,
    Accessible = 4,

    /// <summary>The object as a whole, or a property that Pulse did not request.</summary>
    Other = 8,
}
