using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>The known data of a system, as a row stores it. Reads a row of any version: a missing value is empty.</summary>
internal sealed record StoredObserved
{
    public string? SystemName { get; init; }

    public string? SystemId { get; init; }

    public string? FormerSystemId { get; init; }

    public string? Product { get; init; }

    public string? Version { get; init; }

    public string? Build { get; init; }

    public int? AgentCount { get; init; }

    public int? VmCount { get; init; }

    public int? StorageCount { get; init; }

    public DateTimeOffset CollectedAt { get; init; }

    public List<StoredIssue?>? Issues { get; init; }

    public Dictionary<string, int>? Topology { get; init; }

    public Dictionary<string, JsonElement>? Details { get; init; }

    public static StoredObserved From(Observed observed) => new()
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
        Issues = [.. observed.Issues.Select(StoredIssue.From)],
        Topology = observed.Topology.ToDictionary(StringComparer.Ordinal),
        Details = observed.Details.ToDictionary(StringComparer.Ordinal),
    };

    public Observed ToObserved() => new()
    {
        SystemName = SystemName ?? "",
        SystemId = SystemId,
        FormerSystemId = FormerSystemId,
        Product = Product ?? "",
        Version = Version ?? "",
        Build = Build,
        AgentCount = AgentCount,
        VmCount = VmCount,
        StorageCount = StorageCount,
        CollectedAt = CollectedAt,
        Issues = [.. (Issues ?? []).OfType<StoredIssue>().Select(issue => issue.ToIssue())],
        Topology = Topology ?? [],
        Details = Details ?? [],
    };
}
