namespace Pulse.Providers.VMware.Contract;

/// <summary>One operation, or one property that is read by GET.</summary>
internal sealed record ContractOperation(string Id)
{
    /// <summary>Whether the operation belongs to VI JSON, not to the Automation API.</summary>
    public bool IsVim { get; init; }

    /// <summary>Null for an operation without a body.</summary>
    public ContractType? Request { get; init; }

    public bool IsBodyRequired { get; init; }

    /// <summary>Null for void.</summary>
    public Slot? Result { get; init; }

    public bool IsNullable { get; init; }

    public int[] Statuses { get; init; } = [];

    public Dictionary<string, string> Query { get; init; } = [];

    /// <summary>The error bodies of the Automation API, by status.</summary>
    public Dictionary<int, ContractType> Errors { get; init; } = [];

    /// <summary>The most items that a list may hold.</summary>
    public int? Limit { get; init; }

    public Version? Since { get; init; }

    public required Privileges Privileges { get; init; }
}

/// <summary>What the contract says of one request line.</summary>
/// <param name="Name">The id of the operation or, for an unknown one, method and path.</param>
/// <param name="Operation">Null for an unknown one.</param>
/// <param name="Release">The vim25 release in the path; null for the Automation API, which has none.</param>
/// <param name="ReleaseNumber">Null when the contract does not know the release.</param>
/// <param name="IsOutside">Whether the path belongs to neither API.</param>
internal readonly record struct ContractCall(string Name, ContractOperation? Operation, string? Release, Version? ReleaseNumber, bool IsOutside)
{
    public bool IsReleaseKnown => Release is null || ReleaseNumber is not null;
}
