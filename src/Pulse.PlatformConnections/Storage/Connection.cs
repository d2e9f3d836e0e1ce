namespace Pulse.PlatformConnections.Storage;

/// <summary>A saved connection. Secrets are held encrypted, one by one, so that a mask can be shown without opening them.</summary>
internal sealed class Connection
{
    public required Guid Id { get; init; }

    public required string Platform { get; init; }

    public required string Name { get; set; }

    public required string NormalizedName { get; set; }

    public required string Host { get; set; }

    public required int Port { get; set; }

    public required bool UseHttps { get; set; }

    public required bool InsecureSkipVerify { get; set; }

    public required string? CertificateThumbprint { get; set; }

    /// <summary>The account in upper case, empty for a platform without one: part of what makes an endpoint unique.</summary>
    public required string NormalizedAccount { get; set; }

    public required Dictionary<string, string> Texts { get; set; }

    public required Dictionary<string, string> ProtectedSecrets { get; set; }

    public required bool Enabled { get; set; }

    public required int PollIntervalSeconds { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Grows by one with each change that an admin makes; polls do not touch it.</summary>
    public required int Version { get; set; }

    public required PollHealth Health { get; init; }

    /// <summary>Why Pulse cannot use the row; null when it can.</summary>
    public string? UnreadableReason => Texts is UnreadableFields || ProtectedSecrets is UnreadableFields
        ? "The stored settings of this connection cannot be read. Edit the connection and enter its user name and password again, or delete it."
        : null;

    public TimeSpan PollInterval => TimeSpan.FromSeconds(PollIntervalSeconds);

    /// <summary>Whether a secret is stored that can be kept. A secret is not kept for an account that cannot be read.</summary>
    public bool HasSecret(string field) => UnreadableReason is null && ProtectedSecrets.ContainsKey(field);
}
