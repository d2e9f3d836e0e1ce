
namespace Pulse.PlatformConnections.Contracts;

/// <summary>The names of a connection's members in JSON.</summary>
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

    /// <summary>The default poll interval of a connection, in seconds.</summary>
    public const int DefaultPollIntervalSeconds = 60;

    /// <summary>The members that a connection has on every platform.</summary>
    public static readonly IReadOnlyList<string> Shared =
        [Name, Host, Port, UseHttps, InsecureSkipVerify, CertificateThumbprint, Enabled, PollIntervalSeconds];

    /// <summary>The members that only the server writes. Ignored in a request, so that a client can edit a listed connection and send it back.</summary>
    public static readonly IReadOnlyList<string> ServerOnly = ["id", "platform", "createdAt", "updatedAt", "version", "poll", "observed", "proof"];
}
