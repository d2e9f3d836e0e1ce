using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>The known data of a system, as the API shows it. A count that the platform does not have is absent.</summary>
internal sealed record ObservedDocument
{
    public required string SystemName { get; init; }

    public required string? SystemId { get; init; }

    public required string? FormerSystemId { get; init; }

    public required string Product { get; init; }

    public required string Version { get; init; }

    public required string? Build { get; init; }

    /// <summary>Hosts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AgentCount { get; init; }

    /// <summary>Virtual machines, templates not counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? VmCount { get; init; }

    /// <summary>Datastores, pools or volumes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StorageCount { get; init; }

    /// <summary>The end of the read.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>False if something could not be read: then the counts may be a lower bound.</summary>
    public required bool Complete { get; init; }

    public required IReadOnlyList<ObservedIssueDocument> Issues { get; init; }

    public required IReadOnlyDictionary<string, int> Topology { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Details { get; init; }

    public static ObservedDocument? From(Observed? observed) => observed is null ? null : new()
    {
        SystemName = observed.SystemName,
        SystemId = observed.SystemId,
        FormerSystemId = observed.FormerSystemId,
        Product = observed.Product,
        Version = observed.Version,
        Build = observed.Build,
        AgentCount = observed.AgentCount,
        VmCount = observed.VmCount,
        StorageCount = observed.StorageCount,
        CollectedAt = observed.CollectedAt,
        Complete = observed.Complete,
        Issues = [.. observed.Issues.Select(ObservedIssueDocument.From)],
        Topology = observed.Topology,
        Details = observed.Details,
    };
}
