using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>Creates the target of an attempt from a saved connection, with its secrets decrypted.</summary>
internal sealed class TargetFactory(SecretProtector secrets)
{
    /// <param name="connection">The saved connection.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="readable">False if a stored secret cannot be decrypted any more, or the row cannot be read; the target then lacks the unreadable values.</param>
    public ConnectionTarget Create(Connection connection, PlatformDescriptor platform, out bool readable)
    {
        var opened = connection.ProtectedSecrets.ToDictionary(
            pair => pair.Key,
            pair => secrets.Unprotect(connection.Id, pair.Key, pair.Value),
            StringComparer.Ordinal);
        readable = connection.UnreadableReason is null && opened.Values.All(secret => secret is not null);

        var account = platform.AccountField is { } field ? connection.Texts.GetValueOrDefault(field.Name, "") : "";
        return new ConnectionTarget
        {
            ConnectionId = connection.Id,
            Host = connection.Host,
            Port = connection.Port,
            UseHttps = connection.UseHttps,
            InsecureSkipVerify = connection.InsecureSkipVerify,
            CertificateThumbprint = CertificateThumbprint.Parse(connection.CertificateThumbprint),
            ExpectedSystemId = connection.Health?.Observed is { } observed ? observed.FormerSystemId ?? observed.SystemId : null,
            Account = account,
            AccountIsLocal = platform.IsLocalAccount(account),
            LoginLimits = platform.LoginLimits,
            Texts = connection.Texts,
            Secrets = opened.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal),
        };
    }
}
