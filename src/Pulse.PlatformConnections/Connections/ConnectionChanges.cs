using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Compares settings with a stored connection.</summary>
internal static class ConnectionChanges
{
    /// <summary>The names of the members that differ; an entered secret counts as changed.</summary>
    public static IReadOnlyList<string> Between(Connection stored, ConnectionSettings settings)
    {
        (string Member, bool Changed)[] shared =
        [
            (ConnectionMembers.Name, stored.Name != settings.Name || stored.Version == 0),
            (ConnectionMembers.Host, stored.Host != settings.Host),
            (ConnectionMembers.Port, stored.Port != settings.Port),
            (ConnectionMembers.UseHttps, stored.UseHttps != settings.UseHttps),
            (ConnectionMembers.InsecureSkipVerify, stored.InsecureSkipVerify != settings.InsecureSkipVerify),
            (ConnectionMembers.CertificateThumbprint, stored.CertificateThumbprint != settings.CertificateThumbprint?.ToString()),
            (ConnectionMembers.Enabled, stored.Enabled != settings.Enabled),
            (ConnectionMembers.PollIntervalSeconds, stored.PollIntervalSeconds != settings.PollIntervalSeconds),
        ];
        var texts = stored.Texts.Keys.Union(settings.Texts.Keys, StringComparer.Ordinal)
            .Where(field => stored.Texts.GetValueOrDefault(field) != settings.Texts.GetValueOrDefault(field));
        return [.. shared.Where(pair => pair.Changed).Select(pair => pair.Member), .. texts, .. settings.NewSecrets.Keys, .. stored.ProtectedSecrets.Keys.Where(settings.ClearedSecrets.Contains)];
    }

    /// <summary>
    /// The changed members that would send a stored secret elsewhere than it was entered for: to another endpoint or
    /// account, or past a weaker check of the certificate. Empty if every secret is entered again.
    /// </summary>
    public static IReadOnlyList<string> SecretGoesElsewhere(Connection stored, ConnectionSettings settings, PlatformDescriptor platform)
    {
        if (!stored.ProtectedSecrets.Keys.Any(settings.Keeps))
        {
            return [];
        }

        var account = platform.AccountField?.Name;
        string?[] guarded =
        [
            ConnectionMembers.Host,
            ConnectionMembers.Port,
            ConnectionMembers.UseHttps,
            .. TrustsOthers(stored, settings) ? (string[])[ConnectionMembers.InsecureSkipVerify, ConnectionMembers.CertificateThumbprint] : [],
            account,
        ];
        return [.. Between(stored, settings).Where(guarded.Contains)];
    }

    /// <summary>
    /// Whether Pulse could now accept a certificate that it did not accept before. A new pin is such a change too: Pulse accepts a pinned
    /// certificate whatever its chain is. If Pulse accepted any certificate before, nothing can be weaker.
    /// </summary>
    private static bool TrustsOthers(Connection stored, ConnectionSettings settings)
    {
        var before = stored.CertificateThumbprint;
        var after = settings.CertificateThumbprint?.ToString();
        var acceptedAny = !stored.UseHttps || (before is null && stored.InsecureSkipVerify);
        return !acceptedAny && (before != after || (after is null && settings.InsecureSkipVerify));
    }

    /// <summary>The endpoint as a URL, for the audit trail.</summary>
    public static string Url(string host, int port, bool useHttps) =>
        new UriBuilder(useHttps ? "https" : "http", host, port).Uri.GetLeftPart(UriPartial.Authority);
}
