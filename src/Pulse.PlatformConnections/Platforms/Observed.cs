using System.Text.Json;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The result of one read of a system: the summary that Pulse keeps and shows, not the inventory itself.</summary>
public sealed record Observed
{
    /// <summary>The name of the system.</summary>
    public required string SystemName { get; init => field = SystemText.Text(value); }

    /// <summary>The id of the system, independent of its host name, e.g. the instance UUID of a vCenter; null if it has none.</summary>
    public string? SystemId { get; init; }

    /// <summary>
    /// The system of the counts and the stored secrets, while another system answers that no administrator has accepted by
    /// a test; null if the system is the same. Set by Pulse, not by a provider.
    /// </summary>
    public string? FormerSystemId { get; init; }

    /// <summary>The product name that the system gives.</summary>
    public required string Product { get; init => field = SystemText.Text(value); }

    /// <summary>The product version.</summary>
    public required string Version { get; init => field = SystemText.Version(value); }

    /// <summary>The build number, if the system has one.</summary>
    public string? Build { get; init => field = value is null ? null : SystemText.Version(value); }

    /// <summary>Hosts; null for a platform that does not declare this count. The next two counts are alike.</summary>
    public int? AgentCount { get; init; }

    /// <summary>Virtual machines, templates not counted.</summary>
    public int? VmCount { get; init; }

    /// <summary>Datastores, pools or volumes: the storage of the platform.</summary>
    public int? StorageCount { get; init; }

    /// <summary>The end of the read.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>False if something could not be read: then the counts may be a lower bound.</summary>
    public bool Complete => Issues.Count == 0;

    /// <summary>The issues of the read. With issues, the connection is degraded.</summary>
    public IReadOnlyList<ObservedIssue> Issues { get; init; } = [];

    /// <summary>Counts of the platform's own kinds, by the names of <see cref="PlatformDescriptor.Topology"/>.</summary>
    public IReadOnlyDictionary<string, int> Topology { get; init; } = new Dictionary<string, int>();

    /// <summary>The platform's own facts, by the names of <see cref="PlatformDescriptor.Details"/>: strings, numbers or booleans.</summary>
    public IReadOnlyDictionary<string, JsonElement> Details { get; init; } = new Dictionary<string, JsonElement>();
}
