using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The settings of an administrator, merged and validated. Does not contain the secrets that were kept.</summary>
internal sealed record ConnectionSettings
{
    public required string Name { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required bool UseHttps { get; init; }

    public required bool InsecureSkipVerify { get; init; }

    public required CertificateThumbprint? CertificateThumbprint { get; init; }

    public required bool Enabled { get; init; }

    public required int PollIntervalSeconds { get; init; }

    public required Dictionary<string, string> Texts { get; init; }

    /// <summary>The secrets in the body.</summary>
    public required Dictionary<string, Secret> NewSecrets { get; init; }

    /// <summary>The secrets that the body removes.</summary>
    public required IReadOnlySet<string> ClearedSecrets { get; init; }

    /// <summary>Whether a stored secret is kept.</summary>
    public bool Keeps(string secret) => !NewSecrets.ContainsKey(secret) && !ClearedSecrets.Contains(secret);
}
