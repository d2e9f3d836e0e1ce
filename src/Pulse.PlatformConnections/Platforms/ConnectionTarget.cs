using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>Where and as whom to connect: what a provider is given. Holds secrets, and prints none.</summary>
public sealed record ConnectionTarget
{
    /// <summary>The saved connection, or null for a draft.</summary>
    public Guid? ConnectionId { get; init; }

    /// <summary>A DNS name or an IP literal, without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>False sends everything, the secrets too, in clear text.</summary>
    public bool UseHttps { get; init; } = true;

    /// <summary>Accepts any certificate.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>The pin that the leaf certificate has to match, whatever its chain says; null for the system's trust.</summary>
    public CertificateThumbprint? CertificateThumbprint { get; init; }

    /// <summary>The platform's own fields that are no secrets, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The platform's secrets, by name.</summary>
    public IReadOnlyDictionary<string, Secret> Secrets { get; init; } = new Dictionary<string, Secret>();

    /// <summary>As whom Pulse logs in: the value of the field that identifies the account, empty for a platform without one.</summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// Whether the account lives on the system itself. If not, a directory counts its refused logins over all systems.
    /// </summary>
    public bool AccountIsLocal { get; init; } = true;

    /// <summary>
    /// What identifies the system behind the endpoint, as far as it is known without logging in. Keeps one account of one
    /// system from being tried under two names of it.
    /// </summary>
    public string? SystemId { get; init; }

    /// <summary>The system that the stored secrets belong to: they are sent to no other one. Null when any may get them.</summary>
    internal string? ExpectedSystemId { get; init; }

    /// <summary>Another system that an admin has seen, and accepts by this test.</summary>
    internal string? AcceptedSystemId { get; init; }

    /// <summary>Called when a login is about to be sent with the secrets; not when it was held back.</summary>
    internal Action? LoginTried { get; init; }

    /// <summary>Host and port as people write them, an IPv6 literal in brackets.</summary>
    public string Endpoint => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>The endpoint as a sentence names it: an international name in its letters, with the form that is resolved beside it.</summary>
    public string ShownEndpoint => HostName.ToUnicode(Host) is { } letters ? $"{letters}:{Port} ({Host})" : Endpoint;

    /// <summary>The value of a text field, empty when it has none.</summary>
    public string Text(string field) => Texts.GetValueOrDefault(field, "");

    /// <summary>The value of a secret field, empty when it has none.</summary>
    public Secret Secret(string field) => Secrets.GetValueOrDefault(field, Platforms.Secret.Empty);

    /// <summary>Names the endpoint only, so that a logged target gives nothing away.</summary>
    public override string ToString() => Endpoint;
}
