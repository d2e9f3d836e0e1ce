using System.Text.Json;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>What one read found out about a system: the summary that is kept and shown, not the inventory itself.</summary>
public sealed record Observed
{
    /// <summary>The name that the system goes by.</summary>
    public required string SystemName { get; init => field = SystemText.Text(value); }

    /// <summary>What identifies the system wherever it is reached, e.g. the instance UUID of a vCenter; null if it has none.</summary>
    public string? SystemId { get; init; }

    /// <summary>
    /// The system that the counts and the stored secrets belong to, while another one answers that no admin has accepted by
    /// a test; null when it is the same. Set by Pulse, not by a provider.
    /// </summary>
    public string? FormerSystemId { get; init; }

    /// <summary>The product as the system calls itself.</summary>
    public required string Product { get; init => field = SystemText.Text(value); }

    /// <summary>The product version.</summary>
    public required string Version { get; init => field = SystemText.Version(value); }

    /// <summary>The build number, if the system has one.</summary>
    public string? Build { get; init => field = value is null ? null : SystemText.Version(value); }

    /// <summary>Hosts.</summary>
    public required int AgentCount { get; init; }

    /// <summary>Virtual machines, templates not counted.</summary>
    public required int VmCount { get; init; }

    /// <summary>Datastores, pools or volumes: what the platform stores on.</summary>
    public required int StorageCount { get; init; }

    /// <summary>When the read ended.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>False when something could not be read: then the counts may be a lower bound.</summary>
    public bool Complete => Issues.Count == 0;

    /// <summary>What could not be read. Not empty makes the connection degraded.</summary>
    public IReadOnlyList<ObservedIssue> Issues { get; init; } = [];

    /// <summary>Counts of the platform's own kinds, by the names of <see cref="PlatformDescriptor.Topology"/>.</summary>
    public IReadOnlyDictionary<string, int> Topology { get; init; } = new Dictionary<string, int>();

    /// <summary>Facts of the platform's own, by the names of <see cref="PlatformDescriptor.Details"/>: strings, numbers or booleans.</summary>
    public IReadOnlyDictionary<string, JsonElement> Details { get; init; } = new Dictionary<string, JsonElement>();
}
