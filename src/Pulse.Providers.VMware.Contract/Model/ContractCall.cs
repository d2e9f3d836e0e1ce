namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>The part of the contract for one request line.</summary>
/// <param name="Name">The id of the operation or, for an unknown one, method and path.</param>
/// <param name="Operation">Null for an unknown one.</param>
/// <param name="Release">The vim25 release in the path; null for the Automation API, which has none.</param>
/// <param name="ReleaseNumber">Null if the contract does not know the release.</param>
/// <param name="IsOutside">Whether the path belongs to neither API.</param>
internal readonly record struct ContractCall(string Name, ContractOperation? Operation, string? Release, Version? ReleaseNumber, bool IsOutside)
{
    public bool IsReleaseKnown => Release is null || ReleaseNumber is not null;
}
