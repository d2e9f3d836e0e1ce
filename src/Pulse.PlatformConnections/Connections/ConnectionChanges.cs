using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Compares settings with a stored connection.</summary>
internal static class ConnectionChanges
{
    /// <summary>The names of the members that differ; a secret that was entered counts as changed.</summary>
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
        return [.. shared.Where(pair => pair.Changed).Select(pair => pair.Member), .. texts, .. settings.NewSecrets.Keys];
    }

    /// <summary>
    /// The changed members by which a stored secret would go another way than the one it was entered for: to another endpoint or
    /// account, or past a weaker check of the certificate. None when every secret is entered anew.
    /// </summary>
    public static IReadOnlyList<string> SecretGoesElsewhere(Connection stored, ConnectionSettings settings, PlatformDescriptor platform)
    {
        if (stored.ProtectedSecrets.Keys.All(settings.NewSecrets.ContainsKey))
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
    /// Whether a certificate could be accepted now that was not before. A new pin is such a change too: a pinned certificate is
    /// accepted whatever its chain says. Where any certificate was accepted, nothing can be weaker.
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
