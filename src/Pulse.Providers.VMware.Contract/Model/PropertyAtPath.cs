namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>A property at a path.</summary>
/// <param name="IsKnown">Whether the contract knows the path.</param>
/// <param name="Slot">The type at the path; null if there is no such property.</param>
/// <param name="Since">The release that added the property.</param>
internal sealed record PropertyAtPath(bool IsKnown, Slot? Slot, Version? Since)
{
    public static PropertyAtPath Unknown { get; } = new(IsKnown: false, Slot: null, Since: null);

    public static PropertyAtPath Missing { get; } = new(IsKnown: true, Slot: null, Since: null);
}
