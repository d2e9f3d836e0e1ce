using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Storage;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Connections;

/// <summary>A connection as the API shows it. Secrets are masked.</summary>
internal sealed record ConnectionDocument
{
    public required Guid Id { get; init; }

    public required string Platform { get; init; }

    public required string Name { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required bool UseHttps { get; init; }

    public required bool InsecureSkipVerify { get; init; }

    public required string? CertificateThumbprint { get; init; }

    public required bool Enabled { get; init; }

    public required int PollIntervalSeconds { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required int Version { get; init; }

    public required PollDocument Poll { get; init; }

    public required Observed? Observed { get; init; }

    public required ConnectionProof? Proof { get; init; }

    /// <summary>The platform's own fields, beside the shared ones.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?> Fields { get; init; } = [];

    public static ConnectionDocument From(Connection connection, PlatformDescriptor platform, LocalPollers pollers) => new()
    {
        Id = connection.Id,
        Platform = connection.Platform,
        Name = connection.Name,
        Host = connection.Host,
        Port = connection.Port,
        UseHttps = connection.UseHttps,
        InsecureSkipVerify = connection.InsecureSkipVerify,
        CertificateThumbprint = connection.CertificateThumbprint,
        Enabled = connection.Enabled,
        PollIntervalSeconds = connection.PollIntervalSeconds,
        CreatedAt = connection.CreatedAt,
        UpdatedAt = connection.UpdatedAt,
        Version = connection.Version,
        Poll = PollDocument.From(connection, pollers),
        Observed = connection.Health.Observed,
        Proof = ConnectionProof.Of(connection, platform),
        Fields = platform.Fields.ToDictionary(field => field.Name, field => (object?)Shown(connection, field), StringComparer.Ordinal),
    };

    private static string? Shown(Connection connection, ConnectionField field) => field.Kind switch
    {
        ConnectionFieldKind.Secret => connection.HasSecret(field.Name) ? Secret.Mask : null,
        _ => connection.Texts.GetValueOrDefault(field.Name),
    };
}

/// <summary>The poll health of a connection as the API shows it.</summary>
/// <param name="State">Whether the connection gets its data.</param>
/// <param name="SuspendedReason">Why Pulse stopped polling, when the state is suspended.</param>
/// <param name="IntervalSeconds">The cadence.</param>
/// <param name="LastAttemptAt">When the last attempt ended.</param>
/// <param name="LastSuccessAt">When the last attempt that worked ended.</param>
/// <param name="LastFailureAt">When the last attempt that failed ended.</param>
/// <param name="NextAttemptAt">When the next one is due; null when none is.</param>
/// <param name="ConsecutiveFailures">Failures since the last success.</param>
/// <param name="LastDurationMs">How long the last attempt took.</param>
/// <param name="LastError">Why the last attempt failed; null when it worked.</param>
/// <param name="Recent">The last 30 attempts, oldest first.</param>
internal sealed record PollDocument(
    PollState State,
    string? SuspendedReason,
    int IntervalSeconds,
    DateTimeOffset? LastAttemptAt,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? LastFailureAt,
    DateTimeOffset? NextAttemptAt,
    int ConsecutiveFailures,
    long? LastDurationMs,
    Failure? LastError,
    IReadOnlyList<RecentAttempt> Recent)
{
    public static PollDocument From(Connection connection, LocalPollers pollers)
    {
        var health = connection.Health;
        return new PollDocument(
            StateOf(connection),
            connection.UnreadableReason ?? health.SuspendedReason,
            connection.PollIntervalSeconds,
            health.LastAttemptAt,
            health.LastSuccessAt,
            health.LastFailureAt,
            connection.UnreadableReason is null ? pollers.NextAttemptOf(connection) : null,
            health.ConsecutiveFailures,
            health.LastDurationMs,
            health.LastError,
            health.Recent);
    }

    private static PollState StateOf(Connection connection) => connection switch
    {
        { Enabled: false } => PollState.Paused,
        { UnreadableReason: not null } => PollState.Suspended,
        _ => connection.Health.State,
    };
}
