
namespace Pulse.PlatformConnections.Contracts;

/// <summary>The members of a connection in JSON, named once.</summary>
internal static class ConnectionMembers
{
    public const string Name = "name";
    public const string Host = "host";
    public const string Port = "port";
    public const string UseHttps = "useHttps";
    public const string InsecureSkipVerify = "insecureSkipVerify";
    public const string CertificateThumbprint = "certificateThumbprint";
    public const string Enabled = "enabled";
    public const string PollIntervalSeconds = "pollIntervalSeconds";

    /// <summary>The longest name of a connection, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The seconds between two polls of a connection when none are given.</summary>
    public const int DefaultPollIntervalSeconds = 60;

    /// <summary>What every platform's connection has.</summary>
    public static readonly IReadOnlyList<string> Shared =
        [Name, Host, Port, UseHttps, InsecureSkipVerify, CertificateThumbprint, Enabled, PollIntervalSeconds];

    /// <summary>What only the server writes. Ignored in a request, so that a listed connection can be edited and sent back.</summary>
    public static readonly IReadOnlyList<string> ServerOnly = ["id", "platform", "createdAt", "updatedAt", "version", "poll", "observed", "proof"];
}
