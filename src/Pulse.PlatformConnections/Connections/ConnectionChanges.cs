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
            (Members.Name, stored.Name != settings.Name || stored.Version == 0),
            (Members.Host, stored.Host != settings.Host),
            (Members.Port, stored.Port != settings.Port),
            (Members.UseHttps, stored.UseHttps != settings.UseHttps),
            (Members.InsecureSkipVerify, stored.InsecureSkipVerify != settings.InsecureSkipVerify),
            (Members.CertificateThumbprint, stored.CertificateThumbprint != settings.CertificateThumbprint?.ToString()),
            (Members.Enabled, stored.Enabled != settings.Enabled),
            (Members.PollIntervalSeconds, stored.PollIntervalSeconds != settings.PollIntervalSeconds),
        ];
        var texts = stored.Texts.Keys.Union(settings.Texts.Keys, StringComparer.Ordinal)
            .Where(field => stored.Texts.GetValueOrDefault(field) != settings.Texts.GetValueOrDefault(field));
        return [.. shared.Where(pair => pair.Changed).Select(pair => pair.Member), .. texts, .. settings.NewSecrets.Keys];
    }

    /// <summary>Whether a stored secret would go to another host, port or scheme than the one it was entered for.</summary>
    public static bool SendsSecretElsewhere(Connection stored, ConnectionSettings settings) =>
        (stored.Host != settings.Host || stored.Port != settings.Port || stored.UseHttps != settings.UseHttps)
        && stored.ProtectedSecrets.Keys.Any(field => !settings.NewSecrets.ContainsKey(field));

    /// <summary>The endpoint as a URL, for the audit trail.</summary>
    public static string Url(string host, int port, bool useHttps) =>
        new UriBuilder(useHttps ? "https" : "http", host, port).Uri.GetLeftPart(UriPartial.Authority);
}
