using System.Text.Json.Serialization;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Contracts;

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

    public required ObservedDocument? Observed { get; init; }

    public required ConnectionProof? Proof { get; init; }

    /// <summary>The platform's own fields, in addition to the shared ones.</summary>
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
        Observed = ObservedDocument.From(connection.Health.Observed),
        Proof = ConnectionProof.Of(connection, platform),
        Fields = platform.Fields.ToDictionary(field => field.Name, field => Shown(connection, field), StringComparer.Ordinal),
    };

    private static object? Shown(Connection connection, ConnectionField field) => field.Kind switch
    {
        ConnectionFieldKind.Secret => connection.HasSecret(field.Name) ? Secret.Mask : null,
        ConnectionFieldKind.Switch => connection.Texts.GetValueOrDefault(field.Name) == FieldValues.On,
        _ => connection.Texts.GetValueOrDefault(field.Name),
    };
}
