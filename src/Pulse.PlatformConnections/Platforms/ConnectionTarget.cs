using Pulse.Access.Texts;

namespace Pulse.PlatformConnections.Platforms;

/// <summary>The system and the account of an attempt, for a provider. Holds secrets, and prints none.</summary>
public sealed record ConnectionTarget
{
    /// <summary>The saved connection, or null for a draft.</summary>
    public Guid? ConnectionId { get; init; }

    /// <summary>A DNS name or an IP literal, without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>False sends everything in clear text, the secrets too.</summary>
    public bool UseHttps { get; init; } = true;

    /// <summary>Accepts any certificate.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>The pin that the leaf certificate must match, whatever its chain is; null for the system's trust.</summary>
    public CertificateThumbprint? CertificateThumbprint { get; init; }

    /// <summary>The platform's own fields that are not secret, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The platform's secrets, by name.</summary>
    public IReadOnlyDictionary<string, Secret> Secrets { get; init; } = new Dictionary<string, Secret>();

    /// <summary>The account: the value of the field that identifies it, empty for a platform without accounts.</summary>
    public string Account { get; init; } = "";

    /// <summary>
    /// Whether the account belongs to the system itself. If not, a directory counts its refused logins over all systems.
    /// </summary>
    public bool AccountIsLocal { get; init; } = true;

    /// <summary>The rule that locks the account; null if there is none.</summary>
    public LoginLimits? LoginLimits { get; init; }

    /// <summary>
    /// The id of the system behind the endpoint, if it is known without a login. Prevents logins to one account of one
    /// system under two host names.
    /// </summary>
    public string? SystemId { get; init; }

    /// <summary>The system of the stored secrets: no other system gets them. Null if any system may get them.</summary>
    internal string? ExpectedSystemId { get; init; }

    /// <summary>Another system that an administrator has seen, and accepts by this test.</summary>
    internal string? AcceptedSystemId { get; init; }

    /// <summary>Called before a login with the secrets is sent; not if the gate holds the login.</summary>
    internal Action? LoginTried { get; init; }

    /// <summary>Host and port, an IPv6 literal in brackets.</summary>
    public string Endpoint => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>The endpoint in a sentence: an international name in its letters, with its ASCII form.</summary>
    public string ShownEndpoint => HostName.ToUnicode(Host) is { } letters ? $"{letters}:{Port} ({Host})" : Endpoint;

    /// <summary>The value of a text field; empty if it has none.</summary>
    public string Text(string field) => Texts.GetValueOrDefault(field, "");

    /// <summary>Whether a switch is on.</summary>
    public bool IsOn(string field) => Texts.GetValueOrDefault(field) == FieldValues.On;

    /// <summary>The value of a secret field; empty if it has none.</summary>
    public Secret Secret(string field) => Secrets.GetValueOrDefault(field, Platforms.Secret.Empty);

    /// <summary>Names the endpoint only, so that a logged target reveals no secret.</summary>
    public override string ToString() => Endpoint;
}
