using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>What an admin can set, merged and validated. Secrets that were kept are not in it.</summary>
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

    /// <summary>The secrets that the body gave.</summary>
    public required Dictionary<string, Secret> NewSecrets { get; init; }
}
