namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>One member of a type.</summary>
internal sealed record ContractMember(string Name, Slot Slot, bool IsRequired, Version? Since);
