namespace Pulse.Providers.VMware.Contract.Model;

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

    /// <summary>The largest number of items in a list.</summary>
    public int? Limit { get; init; }

    public Version? Since { get; init; }

    public required Privileges Privileges { get; init; }
}
