namespace Pulse.PlatformConnections.Storage;

/// <summary>A saved connection. Secrets are encrypted one by one, so that a mask can be shown without decrypting them.</summary>
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

    /// <summary>The account in upper case; empty for a platform without accounts. Part of the unique key of an endpoint.</summary>
    public required string NormalizedAccount { get; set; }

    public required Dictionary<string, string> Texts { get; set; }

    public required Dictionary<string, string> ProtectedSecrets { get; set; }

    public required bool Enabled { get; set; }

    public required int PollIntervalSeconds { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Increases by one with each change by an administrator; polls do not change it.</summary>
    public required int Version { get; set; }

    public required PollHealth Health { get; init; }

    /// <summary>The reason why Pulse cannot use the row; null if it can.</summary>
    public string? UnreadableReason => Texts is UnreadableFields || ProtectedSecrets is UnreadableFields
        ? "The stored settings of this connection cannot be read. Edit the connection and enter its account and its secrets again, or delete it."
        : null;

    public TimeSpan PollInterval => TimeSpan.FromSeconds(PollIntervalSeconds);

    /// <summary>Whether there is a stored secret to keep. A secret is not kept for an account that cannot be read.</summary>
    public bool HasSecret(string field) => UnreadableReason is null && ProtectedSecrets.ContainsKey(field);
}
