using Pulse.PlatformConnections.Providers;

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

/// <summary>The members of a connection in JSON, named once.</summary>
internal static class Members
{
    public const string Name = "name";
    public const string Host = "host";
    public const string Port = "port";
    public const string UseHttps = "useHttps";
    public const string InsecureSkipVerify = "insecureSkipVerify";
    public const string CertificateThumbprint = "certificateThumbprint";
    public const string Enabled = "enabled";
    public const string PollIntervalSeconds = "pollIntervalSeconds";

    /// <summary>What every platform's connection has.</summary>
    public static readonly IReadOnlyList<string> Shared =
        [Name, Host, Port, UseHttps, InsecureSkipVerify, CertificateThumbprint, Enabled, PollIntervalSeconds];

    /// <summary>What only the server writes. Ignored in a request, so that a listed connection can be edited and sent back.</summary>
    public static readonly IReadOnlyList<string> ServerOnly = ["id", "platform", "createdAt", "updatedAt", "version", "poll", "observed", "proof"];
}
